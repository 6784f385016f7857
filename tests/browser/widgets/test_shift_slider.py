"""The digit moves with its slider, and the answers are those of the numbers."""

import numpy as np
import pytest

from tests.browser.widgets.made import AMOUNTS, DIGITS, numbers_in

pytestmark = pytest.mark.browser


def test_the_answers_are_those_of_the_numbers(playing):
    page = playing("shift-slider")
    slider = page.get_by_role("slider")
    slider.press("Home")
    for i in range(len(AMOUNTS)):
        for name in ("lenet5", "mlp"):
            chances = DIGITS[0]["networks"][name][i]
            answer = int(np.argmax(chances))
            head = page.locator(f".cv-shift__head--{name}").text_content()
            assert numbers_in(head) == [answer, np.floor(100 * max(chances) + 0.5)]
            assert ("✓" in head) == (answer == DIGITS[0]["label"])
            bars = page.locator(f".cv-shift__bar--{name}").evaluate_all(
                "all => all.map(bar => Number(bar.style.getPropertyValue('--chance')))"
            )
            assert bars == chances
        slider.press("ArrowRight")
    assert not page.wrongs


def test_a_wrong_answer_stands_out_by_its_colour_too(playing):
    page = playing("shift-slider")
    colours = {"✓": set(), "✗": set()}

    page.get_by_role("slider").press("Home")
    for _ in AMOUNTS:
        for sign, colour in page.locator(".cv-shift__head em").evaluate_all(
            "all => all.map(em => [em.textContent[0], getComputedStyle(em).color])"
        ):
            colours[sign].add(colour)
        page.get_by_role("slider").press("ArrowRight")

    assert len(colours["✓"]) == len(colours["✗"]) == 1
    assert colours["✓"] != colours["✗"]


def test_the_picture_moves_with_the_slider(playing):
    page = playing("shift-slider")
    darkest = """canvas => {
      const { data } = canvas.getContext("2d").getImageData(0, 0, 28, 28);
      const columns = Array.from({ length: 28 }, (_, x) => data[(10 * 28 + x) * 4] < 225);
      return columns.flatMap((dark, x) => dark ? [x] : []);
    }"""
    canvas = page.locator(".cv-shift__image")
    assert canvas.evaluate(darkest) == [13, 14, 15]

    for _ in range(3):
        page.get_by_role("slider").press("ArrowLeft")

    assert canvas.evaluate(darkest) == [10, 11, 12]
    assert page.get_by_role("slider").get_attribute("aria-valuetext") == "3 pixels to the left"


def test_another_digit_can_be_chosen_and_is_announced(playing):
    page = playing("shift-slider")
    page.get_by_label("Digit 3 (1 of 2)").focus()
    page.keyboard.press("ArrowRight")

    answers = [int(np.argmax(DIGITS[1]["networks"][name][8])) for name in ("lenet5", "mlp")]
    page.wait_for_function("document.querySelector('[role=status]').textContent")
    told = numbers_in(page.get_by_role("status").text_content())
    assert [told[0], told[2]] == answers


def test_the_picture_follows_the_theme(playing):
    page = playing("shift-slider")
    corner = "canvas => canvas.getContext('2d').getImageData(0, 0, 1, 1).data[0]"
    light = page.locator(".cv-shift__image").evaluate(corner)

    page.evaluate("document.body.dataset.mdColorScheme = 'slate'")
    page.wait_for_function(f"({corner})(document.querySelector('.cv-shift__image')) < 100")

    assert light > 200
