"""The results and figures of new-lesson."""

import pytest

from cnnviz.lessons.new_lesson.experiments import ink
from tests.drawings import check


def test_the_ink_of_a_digit_is_the_mean_brightness_of_its_images(few_digits):
    of_zeros = few_digits["train_images"][few_digits["train_labels"] == 0] / 255

    found = ink(few_digits)

    assert found["0"]["mean"] == pytest.approx(of_zeros.mean(), rel=1e-5)
    assert found["0"]["n"] == len(of_zeros)


def test_is_drawn(few_digits):
    check("ink", ink(few_digits), lesson="new_lesson")
