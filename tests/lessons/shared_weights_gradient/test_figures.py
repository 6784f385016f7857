"""The figures of lesson 4 are drawn from what the lesson measures."""

import numpy as np
import pytest

from cnnviz.lessons.shared.kernels import filters_through_training
from cnnviz.lessons.shared_weights_gradient import experiments, first_filters, worked_example
from tests.drawings import check, draw, figures
from tests.lessons.near_start import random_images

FIGURES = figures("shared_weights_gradient")


def trained(seed, block=1):
    start, end = np.random.default_rng(seed).standard_normal((2, 8, 1, 5, 5))
    kept = {"kernels.0": start, "kernels.2": end, "weights.conv1.weight": end}
    return {"seed": seed, "block": block, "recipe": {"epochs": 1}} | kept


def line_likeness():
    runs = [trained(seed) for seed in range(2)]
    return first_filters.line_likeness(runs, [*runs, trained(0, 28), trained(1, 28)])


RESULTS = {
    "two_paths": lambda: worked_example.two_paths([2.0, 3.0], [2.0, -1.0], 2.0, 1.0, 0.1),
    "gradient_by_place": lambda: experiments.gradient_by_place(
        random_images(1, 28, 10), "lenet5", 0, 0
    ),
    "difference_steps": lambda: experiments.difference_steps(
        random_images(1, 28, 10), "lenet5", 1, 2
    ),
    "filters_through_training": lambda: filters_through_training(trained(0)),
    "line_likeness": line_likeness,
    "cover_shared_weights_gradient": lambda: filters_through_training(trained(0)),
}


def test_every_figure_of_the_lesson_is_tried_here():
    assert set(RESULTS) == set(FIGURES)


@pytest.mark.parametrize("name", FIGURES)
def test_is_well_formed_as_large_as_it_says_and_the_same_twice(name):
    check(name, RESULTS[name]())


@pytest.mark.parametrize("name", FIGURES)
def test_differs_between_themes(name):
    result = RESULTS[name]()

    assert draw(name, result).data != draw(name, result, theme="dark").data
