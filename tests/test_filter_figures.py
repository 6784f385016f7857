"""The figures of lesson 2 are drawn from what the lesson measures."""

from functools import cache

import numpy as np
import pytest

from cnnviz.lessons.convolution import edges, windows
from cnnviz.lessons.convolution import experiments as convolution
from cnnviz.lessons.convolution.plan import FIGURES
from tests.drawings import check, draw


def digits():
    generator = np.random.default_rng(0)
    return {
        "train_labels": np.arange(10),
        "test_images": generator.integers(0, 256, (4, 28, 28), dtype=np.uint8),
        "test_labels": np.array([0, 1, 4, 7]),
    }


@cache
def results():
    digit_edges = edges.of_digits(digits(), [0, 1, 4, 7])
    picture = np.zeros((7, 7)).tolist()
    line = {"size": 8, "kernel": 3, "stride": 2, "padding": 1}
    return {
        "sliding_product": convolution.sliding(picture, [[1.0, 0.0, -1.0]] * 3, 0.5),
        "loop_order": convolution.loop_orders(3),
        "convolution_matrix": convolution.as_matrix(5, 3),
        "several_channels": convolution.layers([[3, 8, 5]]),
        "kernel_places": windows.places([line, line | {"padding": 0}]),
        "field_of_one_unit": windows.field_of_one_unit(11, 3, 3),
        "edges_two_tone": edges.of_two_tones(10, 11, 6),
        "edges_digits": digit_edges,
        "relu_threshold": digit_edges,
        "cover_convolution": digit_edges,
    }


def test_every_figure_of_the_lesson_is_tried_here():
    assert set(results()) == set(FIGURES)


@pytest.mark.parametrize("name", FIGURES)
def test_is_well_formed_as_large_as_it_says_and_the_same_twice(name):
    check(name, results()[name])


@pytest.mark.parametrize("name", FIGURES)
def test_differs_between_themes(name):
    assert draw(name, results()[name]).data != draw(name, results()[name], theme="dark").data
