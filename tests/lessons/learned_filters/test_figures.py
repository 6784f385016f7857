"""The figures of lesson 8 are drawn from what the lesson measures."""

import numpy as np
import pytest

from cnnviz.lessons.learned_filters import edges, experiments, film
from tests.drawings import check, draw, figures
from tests.lessons.near_start import random_images, run_near_start

PACKAGED = {"network": "efficientnet_lite0", "weights": "packaged"}
FIGURES = figures("learned_filters")
ONLY_COLOURS = "cover_learned_filters"  # which are alike in both themes


def digits():
    return random_images(1, 28, 10)


def lenet(seed=0):
    return run_near_start(digits(), "lenet5", seed, nudge=0.02)


def parking():
    data = random_images(3, 48, 2)
    return data, run_near_start(data, "chollet_convnet", 0)


def watched(seed=0):
    start, end = np.random.default_rng(seed).standard_normal((2, 8, 1, 5, 5))
    return {"seed": seed, "kernels.0": start, "kernels.5": end}


def digit_kernels():
    dense = run_near_start(digits(), "mlp", 0)
    return experiments.digit_kernels([lenet(0), lenet(1)], dense, 8)


def kernel_edges():
    spaces, convnet = parking()
    return edges.kernel_edges(digits(), [lenet(0), lenet(1)], spaces, [convnet], PACKAGED)


def imagenet_kernels():
    return experiments.imagenet_kernels(**PACKAGED)


RESULTS = {
    "digit_kernels": digit_kernels,
    "parking_kernels": lambda: experiments.parking_kernels(*parking()),
    "imagenet_kernels": imagenet_kernels,
    "cover_learned_filters": imagenet_kernels,
    "kernels_settle": lambda: film.kernels_settle([watched(0), watched(1)]),
    "kernels_film": lambda: film.kernels_film(watched()),
    "kernel_fits": lambda: experiments.kernel_fits(lenet()),
    "kernel_edges": kernel_edges,
}


def test_every_figure_of_the_lesson_is_tried_here():
    assert set(RESULTS) == set(FIGURES)


@pytest.mark.parametrize("name", FIGURES)
def test_is_well_formed_the_same_twice_and_its_themes_differ(name):
    result = RESULTS[name]()

    check(name, result)
    assert name == ONLY_COLOURS or draw(name, result) != draw(name, result, theme="dark")
