"""The size of an output is that of all windows, and its pixels can be followed."""

from fractions import Fraction

import numpy as np
import pytest

from tests.browser.widgets.made import choose, numbers_in

pytestmark = pytest.mark.browser


def set_sizes(page, sizes):
    for name, size in zip(("Input W", "Kernel K", "Padding P", "Stride S"), sizes, strict=True):
        page.get_by_role("spinbutton", name=name).fill(str(size))


def result(page):
    return page.locator(".cv-size__formula strong").text_content()


@pytest.mark.parametrize(
    ("example", "size"),
    [("W 32, K 5, P 2", "32"), ("W 32, K 5, P 0", "28"), ("W 28, K 5, P 0", "24")],
)
def test_the_examples_have_their_sizes(playing, example, size):
    page = playing("output-size")
    choose(page, "Examples", example)

    assert result(page) == size


def test_sizes_and_unseen_pixels_are_those_of_all_windows(playing):
    page = playing("output-size")
    random = np.random.default_rng(1)
    for _ in range(25):
        size, kernel = int(random.integers(5, 40)), int(random.integers(1, 6))
        padding, stride = int(random.integers(0, 3)), int(random.integers(1, 7))
        set_sizes(page, (size, kernel, padding, stride))

        starts = range(0, size + 2 * padding - kernel + 1, stride)
        seen = {at + i - padding for at in starts for i in range(kernel)} & set(range(size))
        exact = Fraction(size - kernel + 2 * padding, stride) + 1
        case = (size, kernel, padding, stride)
        assert numbers_in(result(page)) == [round(float(exact), 2)], case
        assert page.locator("rect.cv-size__window").count() == len(starts), case
        assert page.locator("rect.cv-size__unseen").count() == size - len(seen), case
        told = page.locator(".cv-size__verdict").text_content()
        if exact.denominator > 1:
            assert {float(len(starts)), (size - kernel + 2 * padding) % stride} <= set(
                numbers_in(told)
            ), case
        if size > len(seen):
            assert size - len(seen) in numbers_in(told), case
    assert not page.wrongs


def test_a_kernel_that_does_not_fit_is_explained(playing):
    page = playing("output-size")
    set_sizes(page, (3, 9, 1, 1))

    assert result(page) == "no window fits"
    assert numbers_in(page.locator(".cv-size__verdict").text_content()) == [9, 5]


def test_buttons_and_arrow_keys_step(playing):
    page = playing("output-size")

    page.get_by_role("spinbutton", name="Padding P").press("ArrowDown")
    assert result(page) == "30"
    page.get_by_role("button", name="Padding P: less").click()
    assert result(page) == "28"


def test_one_window_can_be_followed_by_keyboard(playing):
    page = playing("output-size")
    for _ in range(3):
        page.get_by_role("slider").press("ArrowRight")

    lit = page.locator("rect.cv-size__lit").count()

    assert lit == 5
    assert numbers_in(page.get_by_role("slider").get_attribute("aria-valuetext")) == [4, 2, 6]
