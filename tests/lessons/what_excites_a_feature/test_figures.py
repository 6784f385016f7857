"""The figures of lesson 11 are drawn from what the lesson measures."""

import numpy as np
import pytest

from cnnviz.lessons.shared import trained
from cnnviz.lessons.what_excites_a_feature import neighbours, patches
from tests.drawings import check, draw, figures
from tests.lessons.images import in_both_parts


def pooled(digits, runs):
    return patches.switches([[1, 5], [2, 3]])


def of_digits(digits, runs):
    return patches.digit_patches(digits, runs[0], "relu2", count=3, k=3)


def of_spaces(digits, runs):
    """Look at small images in colours with a network that has learnt nothing much of them."""
    images = np.random.default_rng(0).integers(0, 256, (8, 3, 48, 48), dtype=np.uint8)
    data = in_both_parts(images, (np.arange(8) % 2).astype(np.uint8))
    run = trained.run(data, "chollet_convnet", seed=0, epochs=1)
    return patches.parking_patches(data, run, ["relu2", "relu3"], count=2, k=2)


# How to make a result for each figure.
RESULTS = {
    "switches": pooled,
    "digit_patches": of_digits,
    "cover_what_excites_a_feature": of_digits,
    "parking_patches": of_spaces,
    "choosiness": lambda digits, runs: patches.choosiness(
        digits, runs[:2], ["relu1", "relu4"], k=3, seed=0
    ),
    "nearest_digits": lambda digits, runs: neighbours.nearest_digits(digits, runs[0], [2, 7], k=2),
    "same_class": lambda digits, runs: neighbours.same_class(digits, runs, k=3),
    "feature_plane": lambda digits, runs: neighbours.feature_plane(digits, runs[0], shown=20, k=2),
}


def test_every_figure_of_the_lesson_is_tried_here():
    assert set(RESULTS) == set(figures("what_excites_a_feature"))


@pytest.mark.parametrize("name", RESULTS)
def test_is_well_formed_light_and_the_same_twice(name, few_digits, few_runs):
    result = RESULTS[name](few_digits, few_runs)

    check(name, result)
    assert len(draw(name, result).data) < 250_000
