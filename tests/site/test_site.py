"""The finished site: built as a user builds it, warm without torch, the same bytes each time."""

import json
import re
import shutil
from functools import cache
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup, SoupStrainer

from cnnviz.pages.page import PENDING
from tests.builds import mkdocs_build
from tests.course import LESSONS, PAGES, asked

LANGUAGES = {"pt": "", "es": "es/", "en": "en/"}


def page(site, language, name, part=slice(None)):
    """Read a page, or what of it lies between two marks: that is several times faster."""
    text = (site / LANGUAGES[language] / name / "index.html").read_text()
    start, stop = (mark and text.index(mark) for mark in (part.start, part.stop))
    return BeautifulSoup(text[start:stop], "html.parser")


@cache
def anchors(file):
    return set(re.findall(r'\sid="([^"]+)"', file.read_text()))


@pytest.fixture(params=LANGUAGES)
def language(request):
    return request.param


def test_a_warm_build_makes_nothing_and_imports_neither_torch_nor_matplotlib(known):
    imported = {line.rpartition("|")[2].strip() for line in known.said.splitlines()}

    assert "cnnviz: 0 steps made" in known.said
    assert "cnnviz.pages.generate" in imported
    heavy = {"torch", "torchvision", "matplotlib", "numpy", "scipy", "pandas", "mlxtend"}
    assert not heavy & imported


def test_two_builds_are_the_same_bytes_but_for_recorded_times(built, tmp_path):
    """A step of each kind is made again, and so is a drawing of each."""
    shutil.copytree(built.store, tmp_path / "store")
    steps = json.loads((built.site / "build.json").read_text())["steps"]
    kinds = {step["function"]: step["key"] for step in steps}
    assert len(kinds) > 100
    for key in kinds.values():
        shutil.rmtree(tmp_path / "store" / key)

    done = mkdocs_build(tmp_path / "site", tmp_path / "store")

    assert done.returncode == 0, done.stderr[-2000:]
    timed = {"build.json", "about/index.html", "es/about/index.html", "en/about/index.html"}
    assert different(built.site, tmp_path / "site") <= timed


def different(one, other):
    """Give the files of two folders that are not the same bytes."""
    ours, theirs = (
        {str(f.relative_to(site)): f.read_bytes() for f in site.rglob("*") if f.is_file()}
        for site in (one, other)
    )
    assert ours.keys() == theirs.keys()
    return {name for name in ours if ours[name] != theirs[name]}


def test_every_page_is_there_in_every_language(built, language):
    for name in PAGES:
        html = page(built.site, language, name, slice("<body")).html
        assert html["lang"].partition("-")[0] == language, name


def test_previous_and_next_lead_through_the_lessons_of_the_language(built, language):
    course = built.site / LANGUAGES[language] / "lessons"
    for at, lesson in enumerate(LESSONS):
        links = page(built.site, language, f"lessons/{lesson}").select(".cv-neighbour a")
        beside = [*LESSONS[:at][-1:], *LESSONS[at + 1 :][:1]]
        assert [(course / lesson / link["href"]).resolve() for link in links] == [
            (course / other).resolve() for other in beside
        ]


def test_the_switcher_leads_to_the_same_page(built, language):
    for name in PAGES:
        links = page(built.site, language, name, slice("<main")).select(".cv-languages a")
        assert links
        targets = {
            link["hreflang"][:2]: (built.site / LANGUAGES[language] / name / link["href"]).resolve()
            for link in links
        }
        assert targets == {
            code: (built.site / folder / name).resolve() for code, folder in LANGUAGES.items()
        }


def test_search_finds_only_the_pages_of_its_language(built, language):
    file = built.site / LANGUAGES[language] / "search" / "search_index.json"

    index = json.loads(file.read_text())

    assert index["config"]["lang"] == [language]
    whole = json.loads((file.parent / "whole.json").read_text())
    locations = {entry["location"].partition("#")[0] for entry in whole["docs"]}
    assert locations == set(PAGES)


def test_the_sitemap_names_each_page_with_its_alternates(built):
    namespaces = {"": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    alternate = "{http://www.w3.org/1999/xhtml}link"

    entries = ElementTree.parse(built.site / "sitemap.xml").findall("url", namespaces)

    assert len(entries) == len(PAGES) * len(LANGUAGES)
    for entry in entries:
        assert [link.get("hreflang") for link in entry.iter(alternate)] == [
            "pt-BR", "es", "en", "x-default",
        ]  # fmt: skip


def test_every_figure_has_its_size_its_alt_its_origin_and_its_numbers(built, language):
    for lesson in LESSONS:
        name = f"lessons/{lesson}/"
        figures = page(built.site, language, name).select("figure.cv-figure:not(.cv-table)")
        assert len(figures) == asked(lesson, "figure") > 0, lesson
        for figure in figures:
            images = figure.select("img")
            assert len(images) == 2
            for image in images:
                assert int(image["width"]) > 0
                assert int(image["height"]) > 0
                assert image["loading"] == "lazy"
                assert len(image["alt"]) > 30
            assert figure.select("details.cv-about code")
            assert figure.select("a.cv-download[href$='.json']")


def test_numbers_on_the_page_equal_those_in_the_file_to_download(built, language):
    lesson = page(built.site, language, "lessons/pixel-remap/")
    table = lesson.select_one("#table-remap-accuracy")
    link = table.select_one("a.cv-download")["href"]
    folder = built.site / LANGUAGES[language] / "lessons/pixel-remap"
    summary = json.loads((folder / link).read_text())["summary"]

    shown = [cell.get_text(" ") for cell in table.select("tbody tr:first-child td")]

    decimal = "." if language == "en" else ","
    for cell, name in zip(shown[2:4], ("original", "remapped"), strict=True):
        mean, deviation = (f"{100 * summary['lenet5'][name][of]:.1f}" for of in ("mean", "std"))
        numbers = re.findall(r"\d+[.,]\d+", cell)[:2]
        assert numbers == [mean.replace(".", decimal), deviation.replace(".", decimal)]


def test_no_page_shows_a_problem_or_what_is_still_unknown(built):
    for file in built.site.rglob("*.html"):
        text = file.read_text()
        assert "cv-problem" not in text, file
        assert PENDING not in text, file


def test_nothing_is_loaded_from_another_host_and_every_link_inside_leads_somewhere(built):
    loading = ("script[src]", "link[rel=stylesheet]", "link[rel=preload]", "img[src]", "iframe")
    told = SoupStrainer(["a", "script", "link", "img", "iframe"])
    followed = 0
    for file in built.site.rglob("*.html"):
        html = BeautifulSoup(file.read_text(), "html.parser", parse_only=told)
        for element in html.select(", ".join(loading)):
            source = element.get("src") or element.get("href")
            assert not source.startswith(("http", "//")), (file, source)
        if file.name != "404.html":
            for link in html.select("a[href]"):
                assert leads(file, link["href"]), f"{file.relative_to(built.site)}: {link}"
                followed += 1
    assert followed > 1000
    for file in built.site.rglob("*.css"):
        assert not re.findall(r"url\([\"']?(?:https?:)?//", file.read_text()), file


def leads(file, address):
    """Say whether a link of a page leads to a file of the site, and to a place in it."""
    path, _, anchor = address.partition("#")
    if path.startswith(("http", "mailto:")):
        return True
    target = (file.parent / path.partition("?")[0]).resolve() if path else file.resolve()
    target = target / "index.html" if target.is_dir() else target
    if not target.is_file():
        return False
    return not anchor or target.suffix != ".html" or anchor in anchors(target)


def test_every_drawing_is_well_formed_and_as_large_as_it_says(built):
    drawn = sorted((built.site / "assets" / "figures").glob("*.svg"))
    assert len(drawn) > 500
    for file in drawn:
        root = ElementTree.parse(file).getroot()
        width, height = (int(root.get(side)) for side in ("width", "height"))
        assert root.get("viewBox") == f"0 0 {width} {height}", file
