"""What a term means is shown by pointer, keyboard and touch, and goes away on request."""

import pytest

from tests.browser.test_walk import AXE, PHONE

pytestmark = pytest.mark.browser

TIP = ".cv-tip"


@pytest.fixture
def lesson(tab, address):
    def opened(**options):
        page = tab(**options)
        page.goto(f"{address}en/lessons/convolution/", wait_until="networkidle")
        if options.get("java_script_enabled", True):
            page.wait_for_selector("#cv-term-tip", state="attached")  # what explains is at work
        page.locator("a.cv-term").first.scroll_into_view_if_needed()
        return page

    return opened


def test_pointing_explains_and_the_pointer_may_go_to_the_explanation(lesson):
    page = lesson()
    page.locator("a.cv-term").first.hover()
    page.wait_for_selector(TIP)
    assert len(page.locator(TIP).inner_text()) > 60

    page.locator(TIP).hover()
    page.wait_for_timeout(600)
    assert page.locator(TIP).is_visible()

    page.mouse.move(5, 5)
    page.wait_for_selector(TIP, state="hidden")
    assert not page.wrongs


def test_the_keyboard_explains_and_escape_dismisses_without_losing_the_place(lesson):
    page = lesson()
    term = page.locator("a.cv-term").first
    term.focus()
    page.wait_for_selector(TIP)
    assert term.get_attribute("aria-describedby") == page.locator(TIP).get_attribute("id")

    page.keyboard.press("Escape")

    assert page.locator(TIP).is_hidden()
    assert term.evaluate("one => one === document.activeElement")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/glossary/#*")


def test_the_first_touch_explains_and_the_second_leads_to_the_glossary(lesson):
    page = lesson(width=PHONE, has_touch=True)
    term = page.locator("a.cv-term").first
    term.tap()
    page.wait_for_selector(TIP)
    box = page.locator(TIP).bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= PHONE

    term.tap()

    page.wait_for_url("**/en/glossary/#*")


def test_a_term_is_a_link_without_javascript(lesson):
    page = lesson(java_script_enabled=False)

    page.locator("a.cv-term").first.click()

    page.wait_for_url("**/en/glossary/#*")
    assert page.locator(".cv-entry:has(:target)").is_visible()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_while_a_term_is_explained(lesson, theme):
    page = lesson(theme=theme)
    page.locator("a.cv-term").first.focus()
    page.wait_for_selector(TIP)
    page.add_script_tag(path=AXE)

    found = page.evaluate("axe.run().then(done => done.violations)")

    assert not [f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in found]
