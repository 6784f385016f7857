"""The figures of lesson 4 are drawn from what the lesson measures."""

from functools import cache

import numpy as np
import pytest

from cnnviz.lessons.shared_weights_gradient import experiments as gradient
from cnnviz.lessons.shared_weights_gradient import first_filters, two_paths
from cnnviz.lessons.shared_weights_gradient.plan import FIGURES
from tests.drawings import check, draw


def digits():
    generator = np.random.default_rng(0)
    return {
        "train_labels": np.arange(10),
        "test_images": generator.integers(0, 256, (4, 28, 28), dtype=np.uint8),
        "test_labels": np.array([0, 1, 4, 7]),
    }


def trained(seed, block, epochs=(0, 2)):
    generator = np.random.default_rng(seed)
    kernels = {f"kernels.{epoch}": generator.standard_normal((8, 1, 5, 5)) for epoch in epochs}
    first = {"weights.conv1.weight": kernels[f"kernels.{epochs[-1]}"]}
    return {"seed": seed, "block": block, "recipe": {"epochs": 1}} | kernels | first


@cache
def results():
    runs = [trained(seed, 1) for seed in range(2)]
    filters = np.stack([runs[0]["kernels.0"], runs[0]["kernels.2"]])
    through = {"epochs": [0, 2], "kernels": filters}
    return {
        "two_paths": two_paths.example([2.0, 3.0], [2.0, -1.0], 2.0, 1.0, 0.1),
        "gradient_by_place": gradient.by_place(digits(), "lenet5", 0, 0),
        "difference_steps": gradient.by_step(digits(), "lenet5", 1, 2),
        "filters_through_training": through,
        "line_likeness": first_filters.likeness(runs, [*runs, trained(0, 28), trained(1, 28)]),
        "cover_shared_weights_gradient": through,
    }


def test_every_figure_of_the_lesson_is_tried_here():
    assert set(results()) == set(FIGURES)


@pytest.mark.parametrize("name", FIGURES)
def test_is_well_formed_as_large_as_it_says_and_the_same_twice(name):
    check(name, results()[name])


@pytest.mark.parametrize("name", FIGURES)
def test_differs_between_themes(name):
    assert draw(name, results()[name]).data != draw(name, results()[name], theme="dark").data
