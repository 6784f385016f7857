"""What lesson 4 measures: gradients by hand, by place and by nudging; filters and their starts."""

import numpy as np
import pytest

from cnnviz.lessons.shared_weights_gradient import experiments, first_filters, worked_example
from tests.lessons.near_start import random_images


def run(seed, block, start, end):
    return {
        "seed": seed,
        "block": block,
        "recipe": {"epochs": 2},
        "kernels.0": start,
        "kernels.2": end,
        "weights.conv1.weight": end,
    }


def random(seed):
    return np.random.default_rng(seed).standard_normal((8, 1, 5, 5)).astype(np.float32)


def stripes():
    kernel = np.zeros((8, 1, 5, 5), dtype=np.float32)
    kernel[..., 2] = 1
    return kernel


def test_both_paths_and_their_sum_by_hand():
    shown = worked_example.two_paths([2.0, 3.0], [2.0, -1.0], weight=2.0, target=1.0, rate=0.1)

    assert shown["a"] == {"1": 4.0, "2": 6.0}
    assert shown["hand"] == {"1": 4.0, "2": -3.0, "sum": 1.0, "mean": 0.5}
    assert shown["autograd"] == shown["hand"]
    assert shown["after_sum"]["w"] == pytest.approx(1.9)
    assert shown["after_sum"]["loss"] < shown["after_mean"]["loss"] < shown["loss"]


def test_the_shares_of_all_places_are_the_gradient():
    shown = experiments.gradient_by_place(random_images(1, 28, 10), "lenet5", seed=0, image=1)

    assert shown["difference"] < 1e-12
    assert shown["sum"] == pytest.approx(shown["autograd"], abs=1e-14)
    assert shown["raising"] + shown["lowering"] == pytest.approx(shown["sum"])
    assert shown["used"] == np.count_nonzero(shown["shares"])


def test_central_differences_agree_with_autograd():
    checked = experiments.gradient_check(random_images(1, 28, 10), "lenet5", repeats=1)

    assert checked["summary"]["weights"] == 200
    assert checked["summary"]["difference"] < 1e-6 < checked["summary"]["gradient"]


def test_every_step_of_every_repeat_is_kept():
    rows = experiments.difference_steps(random_images(1, 28, 10), "lenet5", repeats=2, weights=2)[
        "runs"
    ]

    assert {(row["seed"], row["power"]) for row in rows} == {
        (seed, -power) for seed in range(2) for power in range(1, 14)
    }


def test_filters_that_became_stripes_have_gained():
    watched = [run(seed, 1, random(seed), stripes()) for seed in range(2)]
    control = [*watched, *(run(seed, 28, random(seed), random(seed + 9)) for seed in range(2))]

    found = first_filters.line_likeness(watched, control)

    assert found["summary"]["gain"]["low"] > 0
    assert found["summary"]["control"]["advantage"]["mean"] > 0
    assert found["summary"]["epochs"] == 2


def test_a_filter_stays_where_it_resembles_its_own_start_most():
    start = random(0)
    moved, swapped = start + 0.1 * random(1), start[::-1].copy()

    stayed = [
        first_filters.line_likeness([run(0, 1, start, end)], [run(0, 1, start, end)])["summary"]
        for end in (moved, swapped)
    ]

    assert [one["stayed"]["mean"] for one in stayed] == [1.0, 0.0]
