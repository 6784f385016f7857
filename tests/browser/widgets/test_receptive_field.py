"""What one pixel sees grows as the formula says."""

from itertools import product

import pytest
from playwright.sync_api import expect

from tests.browser.widgets.made import choose

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("pooling", [False, True], ids=["plain", "pooled"])
@pytest.mark.parametrize(("kernel", "stride"), list(product((3, 5), (1, 2))))
def test_the_field_grows_as_its_formula_says(playing, kernel, stride, pooling):
    page = playing("receptive-field")
    choose(page, "Kernel", f"{kernel}×{kernel}")
    choose(page, "Stride", str(stride))
    if pooling:
        page.get_by_role("switch").check()

    layers = [(kernel, stride), *([(2, 2)] if pooling else [])] * 3
    layers = layers[: 5 if pooling else 3]
    field, jump = 1, 1
    for size, step in layers:
        field, jump = field + (size - 1) * jump, jump * step
    last = page.locator(".cv-tower__legend li").last.locator("strong")
    assert last.text_content() == f"{field}×{field}"
    assert page.locator(".cv-tower__legend li").count() == len(layers) + 1


def test_arrow_keys_and_the_mouse_move_the_pixel(playing):
    page = playing("receptive-field")
    plane = page.get_by_role("application")
    lit = ".cv-tower__seen"
    before = page.locator(lit).last.get_attribute("points")

    plane.press("ArrowLeft")
    after = page.locator(lit).last.get_attribute("points")
    plane.hover(position={"x": 120, "y": 60})
    hovered = page.locator(lit).last.get_attribute("points")

    assert len({before, after, hovered}) == 3


def test_at_the_corner_part_of_the_field_is_outside(playing):
    page = playing("receptive-field")
    for key in ("ArrowLeft", "ArrowUp"):
        for _ in range(24):
            page.get_by_role("application").press(key)

    entry = page.locator(".cv-tower__legend li").last.text_content()

    assert entry.endswith("takes part with 7×7 4×4 of it inside")
    # It is told once the keys rest, and on a slow machine also on the way.
    expect(page.get_by_role("status")).to_contain_text("Row 1, column 1", timeout=10_000)
