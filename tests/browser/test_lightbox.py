"""Figures opened large: by keyboard, wheel and fingers, with what their tiles show."""

import re

import pytest

from tests.browser.test_walk import AXE, DESKTOP, PHONE

pytestmark = pytest.mark.browser

GRID = "#fig-layer-maps-sunny"
SHEET = ".cv-lightbox__sheet"


@pytest.fixture
def lesson(tab, address):
    def opened(language="en/", **options):
        page = tab(**options)
        path = f"{address}{language}lessons/intermediate-activations/"
        page.goto(path, wait_until="networkidle")
        return page

    return opened


def enlarged(page, figure=GRID):
    page.locator(f"{figure} button.cv-enlarge").focus()  # a link until the page is alive
    page.keyboard.press("Enter")
    page.wait_for_selector("dialog.cv-lightbox[open]")
    return page


def width(page):
    return page.locator(SHEET).bounding_box()["width"]


def test_enter_opens_and_escape_closes_and_gives_the_focus_back(lesson):
    page = enlarged(lesson())

    assert page.locator(".cv-lightbox__title").inner_text() == "Figure 2a"
    assert "All channels" in page.locator(".cv-lightbox__caption").inner_text()
    page.keyboard.press("Escape")

    assert not page.locator("dialog.cv-lightbox").is_visible()
    assert page.locator(f"{GRID} .cv-enlarge").evaluate("one => one === document.activeElement")
    assert not page.wrongs


def test_back_closes_it_and_leaves_the_page_where_it_was(lesson):
    page = lesson()
    page.evaluate("history.pushState(null, '', '#before')")
    page = enlarged(page)

    page.go_back()
    page.wait_for_selector("dialog.cv-lightbox", state="hidden")
    assert page.url.endswith("#before")

    enlarged(page)
    page.keyboard.press("Escape")
    page.wait_for_function("!history.state?.cvLight")
    page.go_back()
    assert not page.url.endswith("#before")
    assert "intermediate-activations" in page.url


def test_on_a_phone_it_begins_larger_than_on_the_page(lesson):
    page = lesson(width=PHONE)
    shown = page.locator("#fig-first-channel .cv-picture").bounding_box()["width"]

    enlarged(page, "#fig-first-channel")

    assert width(page) > 1.5 * shown


def test_the_focus_stays_inside(lesson):
    page = enlarged(lesson())

    for _ in range(15):
        page.keyboard.press("Tab")
        assert page.evaluate(
            """() => {
              const at = document.activeElement;
              return !at || at === document.body || Boolean(at.closest("dialog"));
            }"""
        )


def test_the_arrows_go_to_the_next_and_the_previous_figure_that_is_seen(lesson):
    page = enlarged(lesson())
    title = page.locator(".cv-lightbox__title")
    page.locator(".cv-lightbox button").first.focus()

    page.keyboard.press("ArrowRight")
    assert title.inner_text() == "Figure 3"  # 2b and 2c show other spaces and are not chosen
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    assert title.inner_text() == "Figure 1"
    page.keyboard.press("ArrowLeft")
    assert title.inner_text() == "Figure 1"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_it_shows_the_picture_of_the_theme(lesson, theme):
    page = enlarged(lesson(theme=theme))

    shown = page.eval_on_selector_all(
        f"{SHEET} img", "all => all.filter(one => one.checkVisibility()).map(one => one.src)"
    )

    assert len(shown) == 1
    assert f".{theme}." in shown[0]


def test_keys_buttons_and_the_wheel_zoom_and_keys_move_the_picture(lesson):
    page = enlarged(lesson())
    widths = [width(page)]

    page.keyboard.press("+")
    widths.append(width(page))
    page.get_by_role("button", name="Zoom in").click()
    widths.append(width(page))
    page.mouse.move(640, 400)
    page.mouse.wheel(0, -300)
    page.wait_for_function(
        "([sheet, before]) => document.querySelector(sheet).offsetWidth > before + 1",
        arg=[SHEET, widths[-1]],
    )
    widths.append(width(page))
    assert widths == sorted(set(widths))

    page.locator(".cv-lightbox__pane").focus()
    before = page.locator(SHEET).bounding_box()
    page.keyboard.press("ArrowDown")
    assert page.locator(SHEET).bounding_box()["y"] < before["y"]
    page.keyboard.press("0")
    box, pane = (page.locator(one).bounding_box() for one in (SHEET, ".cv-lightbox__pane"))
    assert box["height"] <= pane["height"] + 1


def test_two_fingers_zoom_and_one_moves(lesson):
    page = lesson(width=PHONE, has_touch=True)
    page.locator(f"{GRID} button.cv-enlarge").tap()
    page.wait_for_selector("dialog.cv-lightbox[open]")
    session = page.context.new_cdp_session(page)

    def touch(kind, *points):
        given = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(points)]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": given})

    before = width(page)
    touch("touchStart", (150, 300), (230, 300))
    touch("touchMove", (110, 300), (270, 300))
    touch("touchMove", (70, 300), (310, 300))
    touch("touchEnd")
    after = width(page)
    assert after > 2 * before

    top = page.locator(SHEET).bounding_box()["y"]
    touch("touchStart", (200, 400))
    touch("touchMove", (200, 340))
    touch("touchEnd")
    assert page.locator(SHEET).bounding_box()["y"] < top


def test_a_tile_under_the_pointer_or_from_the_lists_tells_layer_channel_and_values(lesson):
    page = enlarged(lesson())
    told = page.locator(".cv-lightbox__told")
    page.wait_for_selector(".cv-lightbox__tiles:not([hidden])")

    layer, tile = (page.locator(".cv-lightbox__tiles select").nth(number) for number in (0, 1))
    layer.select_option("pool1")
    tile.select_option(index=7)

    form = r"pool1, channel 7: (values from 0 to [\d.]+|stays blank)\."
    assert re.fullmatch(form, told.inner_text())
    box = page.locator(".cv-lightbox__mark").bounding_box()
    tile.select_option(index=8)
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    assert re.fullmatch(form, told.inner_text())
    assert tile.evaluate("list => list.selectedIndex") == 7


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_in_it(lesson, theme, width):
    page = enlarged(lesson(theme=theme, width=width))
    page.wait_for_selector(".cv-lightbox__tiles:not([hidden])")
    page.add_script_tag(path=AXE)

    found = page.evaluate("axe.run('dialog').then(done => done.violations)")

    assert not [f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in found]


def test_without_javascript_the_link_leads_to_the_picture(tab, address):
    page = tab(java_script_enabled=False)
    page.goto(f"{address}en/lessons/intermediate-activations/")

    link = page.locator(f"{GRID} a.cv-enlarge")

    assert "Enlarge" in link.inner_text()
    link.click()
    assert page.url.endswith(".svg")
