"""The figures of lesson 2 are drawn from what the lesson measures."""

import numpy as np
import pytest

from cnnviz.lessons.convolution import edges, experiments, windows
from tests.drawings import check, draw, figures
from tests.lessons.images import in_both_parts


def two_places():
    line = {"size": 8, "kernel": 3, "stride": 2, "padding": 1}
    return windows.kernel_places([line, line | {"padding": 0}])


def digit_edges():
    images = np.random.default_rng(0).integers(0, 256, (4, 28, 28), dtype=np.uint8)
    data = in_both_parts(images, np.array([0, 1, 4, 7]))
    return edges.edges_digits(data, [0, 1, 4, 7])


def product():
    return experiments.sliding_product(np.zeros((7, 7)).tolist(), [[1.0, 0.0, -1.0]] * 3, 0.5)


# How to make a result for each figure.
RESULTS = {
    "sliding_product": product,
    "loop_order": lambda: experiments.loop_order(3),
    "convolution_matrix": lambda: experiments.convolution_matrix(5, 3),
    "several_channels": lambda: experiments.layer_shapes([[3, 8, 5]]),
    "kernel_places": two_places,
    "field_of_one_unit": lambda: windows.field_of_one_unit(11, 3, 3),
    "edges_two_tone": lambda: edges.edges_two_tone(10, 11, 6),
    "edges_digits": digit_edges,
    "relu_threshold": digit_edges,
    "cover_convolution": digit_edges,
}


def test_every_figure_of_the_lesson_is_tried_here():
    assert set(RESULTS) == set(figures("convolution"))


@pytest.mark.parametrize("name", RESULTS)
def test_is_well_formed_as_large_as_it_says_and_the_same_twice(name):
    check(name, RESULTS[name]())


@pytest.mark.parametrize("name", RESULTS)
def test_differs_between_themes(name):
    result = RESULTS[name]()

    assert draw(name, result).data != draw(name, result, theme="dark").data
