"""How much ink digits need, measured and drawn."""

import pytest

from cnnviz.drawing.picture import picture
from cnnviz.lessons.tried_lesson.experiments import ink

WORDS = {"brightness": "mean brightness", "decimal": ".", "percent": "{}%"}


def test_the_ink_of_a_digit_is_the_mean_brightness_of_its_images(few_digits):
    of_zeros = few_digits["train_images"][few_digits["train_labels"] == 0] / 255

    found = ink(few_digits)

    assert found["0"]["mean"] == pytest.approx(of_zeros.mean(), rel=1e-5)
    assert found["0"]["n"] == len(of_zeros)


def test_the_same_ink_is_the_same_drawing(few_digits):
    of_ink = ("cnnviz.lessons.tried_lesson.figures.ink", ink(few_digits), WORDS, "light")

    drawn = picture(*of_ink)

    assert (drawn.suffix, drawn.width, drawn.height) == ("svg", 560, 260)
    assert picture(*of_ink) == drawn
