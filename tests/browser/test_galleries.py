"""One of several figures, one over the other, and moment after moment."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import alive
from tests.browser.test_walk import AXE, DESKTOP, PHONE, SHIFT

pytestmark = pytest.mark.browser

PAIR = '[data-cv-widget="before-after"]'
A_LINE = 28  # px, of the widget's text
FRAMES = '[data-cv-widget="frames"]'


@pytest.fixture
def lesson(tab, address):
    def opened(name, **options):
        page = tab(**options)
        page.goto(f"{address}en/lessons/{name}/", wait_until="networkidle")
        if options.get("java_script_enabled", True):
            alive(page)
        return page

    return opened


def seen(page, choice):
    script = "all => all.map(one => one.checkVisibility())"
    return page.eval_on_selector_all(f"#choice-{choice} > figure", script)


def test_a_choice_shows_one_figure_by_keyboard(lesson):
    page = lesson("class-activation")
    assert seen(page, "explained") == [True, False, False, False]

    page.locator("#choice-explained input").first.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")

    assert seen(page, "explained") == [False, False, True, False]


def test_a_choice_works_without_javascript(lesson):
    page = lesson("deepdream", java_script_enabled=False)

    page.locator("#choice-dreamt label").nth(1).click()

    assert seen(page, "dreamt") == [False, True, False]


@pytest.mark.parametrize("name", ["pixel-remap", "training", "deepdream"])
def test_the_divider_shows_more_of_the_one_or_of_the_other(lesson, name):
    page = lesson(name)
    divider = page.locator(f"{PAIR} input")
    before = page.locator(f"{PAIR} .cv-pair__half--before")
    assert "50" in before.evaluate("one => getComputedStyle(one).clipPath")

    divider.focus()
    page.keyboard.press("Home")
    assert divider.get_attribute("aria-valuetext").startswith("0%")
    assert "100%" in before.evaluate("one => getComputedStyle(one).clipPath")

    box = page.locator(f"{PAIR} .cv-pair").bounding_box()
    page.mouse.click(box["x"] + 0.75 * box["width"], box["y"] + 20)
    assert 72 <= int(divider.input_value()) <= 78
    assert not page.wrongs


def test_without_javascript_both_pictures_stand_side_by_side(lesson):
    page = lesson("deepdream", java_script_enabled=False)

    picture = page.locator("#fig-dream-pair img").first.bounding_box()

    assert picture["width"] / picture["height"] == pytest.approx(3, rel=0.02)


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_the_divider_has_its_room_before_it_is_there(lesson, width):
    page = lesson("deepdream", width=width)
    stage = page.locator(f"{PAIR} .cv-widget__stage")
    real = stage.evaluate("one => { one.style.minHeight = 0; return one.offsetHeight; }")
    kept = stage.evaluate("one => { one.style.minHeight = ''; return one.offsetHeight; }")

    assert kept == pytest.approx(real, abs=3)
    assert page.evaluate(SHIFT) < 0.02


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_film_follows_the_theme(lesson, theme):
    page = lesson("learned-filters", theme=theme)
    page.locator(FRAMES).scroll_into_view_if_needed()
    shown = f"{FRAMES} .cv-frames__film.cv-{theme}"

    page.wait_for_function(
        "shown => getComputedStyle(document.querySelector(shown)).backgroundImage != 'none'",
        arg=shown,
    )

    assert page.locator(shown).is_visible()
    assert page.locator(f"{FRAMES} .cv-frames__film:visible").count() == 1
    assert f".{theme}." in page.locator(shown).evaluate("one => one.style.backgroundImage")


@pytest.mark.parametrize("name", ["deepdream", "learned-filters"])
@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_a_film_has_its_room_before_it_is_there(lesson, name, width):
    stage = lesson(name, width=width).locator(f"{FRAMES} .cv-widget__stage")
    real = stage.evaluate("one => { one.style.minHeight = 0; return one.offsetHeight; }")
    kept = stage.evaluate("one => { one.style.minHeight = ''; return one.offsetHeight; }")

    assert real - 1 <= kept <= real + A_LINE  # in the language that needs most, none is left over


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_in_choices_and_dividers(lesson, theme):
    page = lesson("deepdream", theme=theme, width=PHONE)
    page.add_script_tag(path=AXE)

    found = page.evaluate(
        "axe.run({ include: ['.cv-choice', '[data-cv-widget]'].map(one => [one]) })"
        ".then(done => done.violations)"
    )

    assert not [f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in found]


@pytest.mark.parametrize("name", ["deepdream", "learned-filters"])
def test_the_film_stops_on_request(lesson, name):
    page = lesson(name)
    button = page.locator(f"{FRAMES} .cv-button--main")
    assert button.inner_text() == "Play"  # and so it stands still until asked

    button.click()
    page.wait_for_function("film => document.querySelector(`${film} input`).value > 0", arg=FRAMES)
    button.click()
    stopped = page.locator(f"{FRAMES} input").input_value()
    page.wait_for_timeout(1000)

    assert page.locator(f"{FRAMES} input").input_value() == stopped


def test_the_film_obeys_who_asks_for_little_movement_also_while_it_plays(lesson):
    page = lesson("deepdream")
    page.locator(f"{FRAMES} .cv-button--main").click()

    page.emulate_media(reduced_motion="reduce")
    expect(page.locator(f"{FRAMES} .cv-button--main")).to_have_count(0)
    stopped = page.locator(f"{FRAMES} input").input_value()
    page.wait_for_timeout(1000)

    assert page.locator(f"{FRAMES} input").input_value() == stopped
