"""The lesson's drawings, and heat over pictures."""

import numpy as np
import pytest

from cnnviz.drawing.picture import FOOT
from cnnviz.lessons.class_activation.heat import over
from tests.drawings import check, draw, figures

SHOWN = figures("class_activation")


@pytest.fixture(params=SHOWN)
def figure(request):
    """Give a figure's name, and the result that it shows."""
    return request.param, request.getfixturevalue(SHOWN[request.param])


def test_is_well_formed_as_large_as_it_says_and_the_same_twice(figure):
    check(*figure)


def test_is_light(figure):
    assert len(draw(*figure).data) < 250_000


def test_that_spaces_are_drawn_is_written_below_of_the_figure(mark_accuracy):
    plain = draw("mark_accuracy", mark_accuracy)

    told = draw("mark_accuracy", mark_accuracy, note="drawn")

    assert told.height == plain.height + FOOT
    assert b"<!-- drawn -->" in told.data
    assert b"<!-- drawn -->" not in plain.data


def test_without_heat_a_picture_only_loses_its_colours():
    picture = np.random.default_rng(0).random((6, 6, 3))

    laid = over(picture, np.zeros((2, 2)))

    np.testing.assert_allclose(laid, np.repeat(picture.mean(axis=2, keepdims=True), 3, axis=2))
