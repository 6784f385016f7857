"""Lessons on paper: a handout, with room to think."""

import re
import subprocess
import sys

import pytest

from cnnviz.publish.pdf import READY
from tests.builds import ROOT

pytestmark = pytest.mark.browser

LESSON = "en/lessons/noise/"


@pytest.fixture
def paper(tab, address):
    page = tab(theme="dark")
    page.goto(f"{address}{LESSON}", wait_until="networkidle")
    page.emulate_media(media="print", color_scheme="dark")
    page.evaluate(READY)
    return page


def test_paper_is_light_whatever_the_screen(paper):
    ink = paper.evaluate("getComputedStyle(document.querySelector('h1')).color")
    shown = paper.eval_on_selector_all(
        "figure.cv-figure img", "all => all.filter(i => i.offsetParent).map(i => i.src)"
    )

    assert ink == "rgb(27, 31, 39)"
    assert shown
    assert all(".light." in source for source in shown)


def test_paper_has_no_menus_and_no_buttons(paper):
    for name in (".md-header", ".md-sidebar", ".md-footer", ".cv-tools", ".cv-neighbours"):
        assert not [one for one in paper.locator(name).all() if one.is_visible()], name


def test_answers_stay_off_the_handout_unless_the_reader_opened_them(tab, address):
    page = tab()
    page.goto(f"{address}{LESSON}")
    page.locator(".cv-answer summary").first.click()
    page.emulate_media(media="print")
    page.evaluate(READY)

    seen = [answer.is_visible() for answer in page.locator(".cv-answer").all()]

    assert seen[0]
    assert not any(seen[1:])


def test_what_a_guess_reveals_is_on_the_handout(paper):
    assert paper.locator(".cv-guess .cv-reveal p").first.is_visible()


def test_the_handout_tells_where_it_comes_from(paper):
    told = paper.locator(".cv-handout").inner_text()

    assert LESSON in told
    assert "CC BY 4.0" in told


def test_paper_has_the_sites_letters_where_the_screen_did_without(reader, address):
    somebody = reader("desktop")
    page = somebody.opens(f"{address}{LESSON}")
    somebody.gets_the_rest()

    page.emulate_media(media="print")
    page.evaluate(READY)

    assert b"AtkinsonHyperlegibleNext" in page.pdf()


def test_a_lesson_becomes_a_pdf(built, chromium, tmp_path):
    site = tmp_path / "site"
    site.mkdir()
    (site / "assets").symlink_to(built.site / "assets")
    (site / "lessons").mkdir()
    (site / "lessons" / "noise").symlink_to(built.site / "lessons" / "noise")
    command = [sys.executable, "-m", "cnnviz.publish.pdf", str(site), str(tmp_path / "pdf")]

    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
    data = (tmp_path / "pdf" / "noise.pt.pdf").read_bytes()
    assert data.startswith(b"%PDF")
    assert len(re.findall(rb"/Type\s*/Page\b", data)) > 3
