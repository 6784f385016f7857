"""Every widget is sound, keeps its room, and speaks every language."""

import re
import time
from itertools import product
from pathlib import Path

import pytest

from tests.browser.conftest import too_small
from tests.browser.playground import words
from tests.browser.test_walk import AXE, DESKTOP, PHONE, SHIFT
from tests.browser.widgets.made import NAMES

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("width", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", NAMES)
def test_a_widget_is_sound(playing, name, theme, width):
    language = ("pt", "es", "en")[(NAMES.index(name) + (theme == "dark")) % 3]
    page = playing(name, language, theme, width)
    page.add_script_tag(path=AXE)

    found = page.evaluate("axe.run().then(done => done.violations)")

    told = [f"{one['id']}: {one['help']}: {one['nodes'][0]['html'][:200]}" for one in found]
    assert not told
    assert not page.wrongs
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("name", NAMES)
def test_nothing_shifts_when_a_widget_comes_late(tab, address, name, width):
    page = tab(width=width, reduced_motion="reduce")
    page.route("**/widgets/*", lambda route: (time.sleep(0.2), route.continue_()))
    page.goto(f"{address}{name}.pt.html")
    page.wait_for_selector("[data-cv-state=ready]")

    assert page.evaluate(SHIFT) < 0.02


@pytest.mark.parametrize("name", NAMES)
def test_the_room_kept_fits_in_every_language(playing, name):
    """A gap of a line or two is no harm; a widget much higher than its room would push the text."""
    for language, width in product(("pt", "es", "en"), (PHONE, DESKTOP)):
        page = playing(name, language, width=width, has_touch=width < 1000)
        room, taken = page.eval_on_selector(
            ".cv-widget__stage",
            """stage => {
              const room = parseFloat(getComputedStyle(stage).minHeight);
              stage.style.minHeight = 0;
              return [room, stage.offsetHeight];
            }""",
        )
        assert room == pytest.approx(taken, abs=60), f"{language}, {width} px"


@pytest.mark.parametrize("name", NAMES)
def test_every_word_is_there_in_every_language(playing, name):
    for language in ("pt", "es", "en"):
        page = playing(name, language)
        content = page.locator(".cv-widget__stage").evaluate("stage => stage.outerHTML")
        assert "undefined" not in content
        assert "NaN" not in content
        assert not re.search(r"\{\w+\}", content)


@pytest.mark.parametrize("name", NAMES)
def test_what_is_touched_is_large_enough(playing, name):
    page = playing(name, width=PHONE, has_touch=True, is_mobile=True)

    assert not too_small(page, ".cv-widget__stage")


@pytest.mark.parametrize("name", NAMES)
def test_a_widget_brings_its_own_styles_and_no_others(playing, name):
    page = playing(name)

    sheets = page.evaluate("[...document.styleSheets].map((sheet) => sheet.href ?? '')")

    loaded = {Path(sheet).stem for sheet in sheets if "/widgets/" in sheet}
    assert loaded == {"widgets", name}


def test_without_javascript_the_still_picture_stands(tab, address):
    page = tab(java_script_enabled=False)
    page.goto(f"{address}output-size.en.html")

    assert page.locator(".cv-widget table").is_visible()
    assert not page.locator(".cv-widget summary").is_visible()


def test_where_a_widget_fails_the_still_picture_stands(tab, address):
    page = tab()
    page.route("**/widgets/output-size.js", lambda route: route.abort())
    page.goto(f"{address}output-size.en.html")
    page.wait_for_selector("[data-cv-state=failed]")

    assert page.locator(".cv-widget table").is_visible()


def test_the_still_picture_can_be_opened_beside_a_widget(playing):
    page = playing("output-size")
    assert not page.locator(".cv-widget table").is_visible()

    page.get_by_text(words("en")["widgets"]["still"]).click()

    assert page.locator(".cv-widget table").is_visible()
