"""The filter that slides computes what scipy does, and says it."""

from itertools import product

import numpy as np
import pytest
from scipy.signal import correlate2d

from tests.browser.widgets.made import choose, numbers_in

pytestmark = pytest.mark.browser


KERNELS = {
    "vertical edge": [[1, 0, -1]] * 3,
    "horizontal edge": [[1] * 3, [0] * 3, [-1] * 3],
    "blur": (np.outer([1, 2, 1], [1, 2, 1]) / 16).tolist(),
    "sharpen": [[0, -1, 0], [-1, 5, -1], [0, -1, 0]],
    "identity": [[0, 0, 0], [0, 1, 0], [0, 0, 0]],
}


def board(page, name):
    """Read a board's numbers, as it tells them to a screen reader."""
    rows = page.get_by_role("grid", name=name, exact=True).evaluate(
        """grid => [...grid.children].map(row => [...row.children].map(
             cell => cell.ariaLabel.split(": ")[1]))"""
    )
    return np.array([[numbers_in(cell)[0] for cell in row] for row in rows])


def written_sum(page):
    """Work out anew what is written under the boards; give this and the sum written there."""
    terms = page.locator(".cv-sum__terms span").all_text_contents()
    pairs = [numbers_in(term) for term in terms]
    line = numbers_in(page.locator(".cv-sum > p:nth-of-type(2)").text_content())
    bias, result = line
    return sum(value * weight for value, weight in pairs) + bias, result


@pytest.mark.parametrize("kernel", KERNELS)
def test_the_output_is_what_scipy_gives(playing, kernel):
    page = playing("sliding-filter")
    choose(page, "Filter", kernel)
    image = board(page, "Input")

    for stride, padding in product((1, 2, 3), (0, 1, 2)):
        choose(page, "Stride", str(stride))
        choose(page, "Padding", str(padding))

        expected = correlate2d(np.pad(image, padding), KERNELS[kernel], mode="valid")
        assert np.allclose(board(page, "Output"), expected[::stride, ::stride], atol=5e-5)
    assert not page.wrongs


def test_own_weights_bias_and_relu_are_computed(playing):
    page = playing("sliding-filter")
    image = board(page, "Input")
    weights = np.array([[0.5, -1, 2], [0, 0.25, -0.5], [1, 1, -3]])
    for (row, column), weight in np.ndenumerate(weights):
        page.get_by_label(f"Weight in row {row + 1}, column {column + 1}").fill(str(weight))
    page.get_by_role("spinbutton", name="Bias").fill("-0.5")
    page.get_by_role("switch", name="ReLU").press("Space")

    expected = np.maximum(0, correlate2d(image, weights, mode="valid") - 0.5)
    assert np.allclose(board(page, "Output"), expected, atol=5e-5)
    assert page.get_by_role("group", name="Filter", exact=True).locator(":checked").count() == 0


def test_the_written_sum_follows_the_arrow_keys(playing):
    page = playing("sliding-filter")
    output = board(page, "Output")
    page.locator(".cv-board").last.locator("[tabindex='0']").focus()

    for key, place in (("ArrowRight", (0, 1)), ("ArrowDown", (1, 1)), ("ArrowRight", (1, 2))):
        page.keyboard.press(key)
        computed, told = written_sum(page)
        assert computed == told == output[place]


def test_a_click_goes_to_a_cell_and_says_so(playing):
    page = playing("sliding-filter")
    output = board(page, "Output")

    page.get_by_role("grid", name="Output").get_by_role("gridcell").nth(5 * 3 + 4).click()

    computed, told = written_sum(page)
    assert computed == told == output[3, 4]
    page.wait_for_function("document.querySelector('[role=status]').textContent")
    assert "Row 4, column 5" in page.get_by_role("status").text_content()


def test_a_pixel_changes_by_click_and_by_key(playing):
    page = playing("sliding-filter")
    cell = page.get_by_role("grid", name="Input").get_by_role("gridcell").first

    cell.click()
    assert cell.text_content() == "0.5"
    cell.press("Enter")
    assert cell.text_content() == "1"
    assert board(page, "Output")[0, 0] == 0


def test_pixels_that_no_window_reaches_are_named(playing):
    page = playing("sliding-filter")
    choose(page, "Stride", "3")

    assert page.locator("[data-tone~=lost]").count() == 7 + 6
    assert numbers_in(page.locator(".cv-slide__lost").text_content()) == [1]


def test_it_plays_once_by_itself_and_stops(playing):
    page = playing("sliding-filter", motion="no-preference")
    page.wait_for_function("document.querySelectorAll('[data-tone~=blank]').length < 22")

    page.get_by_role("button", name="Stop").press("Enter")
    still = page.locator("[data-tone~=blank]").count()
    page.wait_for_timeout(900)

    assert page.locator("[data-tone~=blank]").count() == still > 0
    page.get_by_role("button", name="One cell on").press("Enter")
    assert page.locator("[data-tone~=blank]").count() == still - 1


def test_it_rests_where_little_movement_is_wanted(playing):
    page = playing("sliding-filter")
    page.wait_for_timeout(900)

    assert page.locator("[data-tone~=blank]").count() == 0
    assert "here" in page.get_by_role("grid", name="Output").locator(
        "[role=gridcell]"
    ).first.get_attribute("data-tone")
