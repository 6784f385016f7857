"""The site opened from a disk: no server, and everything still works."""

import re
from zipfile import ZipFile

import pytest

from cnnviz.publish.archive import pack
from tests.browser.conftest import failed
from tests.builds import mkdocs_build
from tests.course import LESSONS

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def folder(built, tmp_path_factory):
    site = tmp_path_factory.mktemp("offline") / "site"
    done = mkdocs_build(site, built.store, config="mkdocs-offline.yml")
    assert done.returncode == 0, done.stderr[-4000:]
    return site


@pytest.fixture
def opened(chromium, folder):
    """Open a page of the folder; no page may see an error or ask a host."""
    page = chromium.new_context(viewport={"width": 1280, "height": 800}).new_page()
    wrongs = []
    page.on("console", lambda m: m.type == "error" and wrongs.append(m.text))
    page.on("pageerror", lambda error: wrongs.append(str(error)))
    page.on("requestfailed", lambda r: failed(wrongs, r))
    page.on("request", lambda r: r.url.startswith("http") and wrongs.append(f"asked: {r.url}"))

    def open_page(path):
        page.goto((folder / path).as_uri())
        return page

    yield open_page
    assert not wrongs
    page.context.close()


def test_everything_to_play_with_plays(opened):
    played = 0
    for name in LESSONS:
        page = opened(f"en/lessons/{name}.html")
        for widget in page.locator("[data-cv-widget]").all():
            name = widget.get_attribute("data-cv-widget")
            page.wait_for_selector(f"[data-cv-widget={name}][data-cv-state=ready]", timeout=10_000)
            played += 1
    assert played


def test_text_is_in_the_sites_letters(opened):
    page = opened("en/lessons/noise.html")
    page.evaluate("document.fonts.ready.then(() => true)")
    browser = page.context.new_cdp_session(page)
    browser.send("DOM.enable")
    browser.send("CSS.enable")

    root = browser.send("DOM.getDocument")["root"]["nodeId"]
    title = browser.send("DOM.querySelector", {"nodeId": root, "selector": "article h1"})
    fonts = browser.send("CSS.getPlatformFontsForNode", title)["fonts"]

    assert {font["familyName"] for font in fonts} == {"Atkinson Hyperlegible Next"}


def test_search_answers_in_the_language_of_the_page(opened, folder):
    for language in ("", "es/", "en/"):
        page = opened(f"{language}index.html")

        page.click(".md-search__input")
        page.keyboard.type("MobileNetV3")
        page.wait_for_selector(".md-search-result__link")

        links = page.eval_on_selector_all(".md-search-result__link", "all => all.map(a => a.href)")
        root = (folder / language).as_uri()
        assert links
        assert all(re.match(rf"{root}/?(lessons/)?[\w-]+\.html", link) for link in links)


def test_a_figure_opens_large_and_tells_its_tiles(opened):
    page = opened("en/lessons/learned-filters.html")

    for figure in ("fig-digit-kernels", "fig-kernels-settle"):
        page.click(f"#{figure} button.cv-enlarge")
        page.wait_for_selector("dialog.cv-lightbox[open]")
        if figure == "fig-digit-kernels":
            page.wait_for_selector(".cv-lightbox__tiles:not([hidden])")
        page.keyboard.press("Escape")
        page.wait_for_selector("dialog.cv-lightbox:not([open])", state="attached")


def test_a_term_is_explained(opened):
    page = opened("es/lessons/convolution.html")

    page.locator("a.cv-term").first.focus()

    page.wait_for_selector(".cv-tip:not([hidden])")
    assert len(page.locator(".cv-tip").inner_text()) > 60


def test_about_a_figure_tells_the_seconds(opened):
    page = opened("en/lessons/pixel-remap.html")

    page.click("figure#fig-remap-accuracy details.cv-about summary")

    seconds = page.locator("figure#fig-remap-accuracy .cv-seconds").element_handle()
    page.wait_for_function("place => /^[\\d.,]+\\s*s$/.test(place.textContent.trim())", arg=seconds)


def test_a_finished_lesson_is_remembered(opened):
    page = opened(f"en/lessons/{LESSONS[0]}.html")
    page.locator(".cv-progress").scroll_into_view_if_needed()
    page.wait_for_selector(".cv-progress:has-text('Lesson finished')")

    page = opened("es/index.html")

    assert page.locator(".cv-card .cv-finished").count() == 1


def test_links_and_languages_lead_to_files(opened, folder):
    page = opened("es/lessons/noise.html")

    page.click(".cv-languages a[hreflang=en]")
    assert page.url == (folder / "en/lessons/noise.html").as_uri()
    page.click(".md-logo")
    assert page.url == (folder / "en/index.html").as_uri()


def test_the_archive_is_the_folder_and_the_same_each_time(folder, tmp_path):
    archives = [tmp_path / "a" / "course.zip", tmp_path / "b" / "course.zip"]
    for archive in archives:
        pack(folder, archive)

    with ZipFile(archives[0]) as packed:
        names = packed.namelist()

    assert "course/index.html" in names
    assert "course/en/lessons/noise.html" in names
    assert not [name for name in names if name.endswith(".map")]
    assert archives[0].read_bytes() == archives[1].read_bytes()
