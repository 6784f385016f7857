"""What lesson 8 measures of first filters, on networks that hardly trained."""

from itertools import product

import numpy as np
import pytest
import torch

from cnnviz.lessons.learned_filters import edges, experiments, film
from cnnviz.results import where
from tests.lessons.near_start import random_images, run_near_start

PACKAGED = {"network": "efficientnet_lite0", "weights": "packaged"}


@pytest.fixture(scope="module")
def measured():
    digits, parking = random_images(1, 28, 10), random_images(3, 48, 2)
    lenets = [run_near_start(digits, "lenet5", seed, nudge=0.02) for seed in (0, 1)]
    convnet = run_near_start(parking, "chollet_convnet", 0)
    return edges.kernel_edges(digits, lenets, parking, [convnet], PACKAGED)


def test_every_living_kernel_has_a_row_before_and_after_training(measured):
    counts = {
        (network, trained): len(where(measured["kernels"], network=network, trained=trained))
        for network, trained in product(measured["networks"], (True, False))
    }

    assert counts["lenet5", True] == counts["lenet5", False] == 16
    assert counts["chollet_convnet", True] == 32
    assert counts["efficientnet_lite0", True] == 32 - measured["dead"]["efficientnet_lite0"]
    assert counts["efficientnet_lite0", False] == 0


def test_shares_are_summed_up_run_by_run(measured):
    loose = [
        np.mean([row["loose"] for row in where(measured["kernels"], network="lenet5", **of)])
        for of in ({"seed": 0, "trained": True}, {"seed": 1, "trained": True})
    ]

    found = measured["summary"]["lenet5"]["trained"]
    assert (found["kernels"], found["loose"]["n"]) == (16, 2)
    assert found["loose"]["mean"] == pytest.approx(np.mean(loose))


def test_kernels_that_did_not_move_have_no_gain_and_the_cosine_one(measured):
    assert measured["gain"]["chollet_convnet"]["mean"] == 0
    assert measured["stayed"]["chollet_convnet"]["mean"] == pytest.approx(1)
    assert measured["stayed"]["lenet5"]["mean"] < 1


def test_strict_is_more_than_half_and_more_than_chance(measured):
    for row in measured["kernels"]:
        limits = measured["chance"][str(row["side"])]
        assert row["strict"] == (row["edge"] > max(0.5, limits["edge"]))
        assert row["loose"] == (row["gabor"] > limits["gabor"])


def test_colour_is_what_a_grey_picture_does_not_see():
    grey, red_against_green, dead = torch.ones(3, 3, 3), torch.zeros(3, 3, 3), torch.zeros(3, 3, 3)
    red_against_green[0], red_against_green[1] = 1, -1

    colours = experiments._colours(torch.stack([grey, red_against_green, dead]))

    assert colours["colour"] == pytest.approx([0, 1, None])
    assert colours["alive"] == [True, True, False]
    assert (colours["only_colour"], colours["mostly_grey"], colours["dead"]) == (1, 1, 1)


def test_kernels_settle_where_they_end():
    start, end = np.zeros((1, 1, 2, 2)), np.ones((1, 1, 2, 2))
    start[0, 0, 0] = 1

    settling = film.kernels_settle([{"seed": 0, "kernels.0": start, "kernels.4": end}])

    assert [row["alike"] for row in settling["runs"]] == pytest.approx([0.5**0.5, 1])
    assert settling["last"] == 4


def test_a_film_tells_how_like_the_last_kernels_each_is():
    start, end = np.random.default_rng(0).standard_normal((2, 8, 1, 5, 5))

    shown = film.kernels_film({"seed": 0, "kernels.0": start, "kernels.2": end})

    first, last = start.reshape(8, -1), end.reshape(8, -1)
    norms = np.linalg.norm(first, axis=1) * np.linalg.norm(last, axis=1)
    cosines = (first * last).sum(axis=1) / norms
    assert shown["frames"][0] == {"epoch": 0, "alike": pytest.approx(cosines.mean(), abs=1e-6)}
    assert shown["frames"][1] == {"epoch": 2, "alike": pytest.approx(1, abs=1e-6)}


def test_a_page_is_told_of_a_film_without_its_kernels():
    kernels = np.ones((8, 1, 5, 5))
    shown = film.kernels_film({"seed": 0, "kernels.0": kernels})

    course = film.kernels_course(shown)

    assert course == {name: shown[name] for name in ("columns", "digits", "frames", "seed")}
