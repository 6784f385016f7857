"""Lesson 9: every filter is told of, the silent ones too, and the figures show them."""

import numpy as np
import pytest

from cnnviz.drawing.heat import opened
from cnnviz.lessons.pattern_maximisation import experiments as patterns
from cnnviz.lessons.shared import trained as training
from cnnviz.methods.frequencies import mean_frequency
from cnnviz.methods.maximise import deprocessed, maximise
from tests.drawings import check, draw

UNITS = [0, 1, 2, 5]


@pytest.fixture(scope="module")
def run(few_digits):
    trained = training.run(few_digits, "lenet5", seed=0, epochs=1)
    trained["weights.conv2.bias"][[1, 2]] = -100  # two filters that never speak
    return trained


def of(few_digits, run, layer):
    return patterns.of_trained(few_digits, run, layer, UNITS, steps=3, seed=0, stand_in=True)


@pytest.fixture(scope="module")
def behind(few_digits, run):
    return of(few_digits, run, "relu2")


def test_a_row_tells_what_maximise_gave(few_digits, run, behind):
    network = training.trained_network(run, few_digits)

    given = maximise(network, "relu2", UNITS, 28, channels=1, steps=3)

    for at, row in enumerate(behind["runs"]):
        assert row["unit"] == UNITS[at]
        assert row["silent"] == bool(given.silent[at])
        assert row["start"] == pytest.approx(float(given.activations[0, at]))
        assert row["end"] == pytest.approx(float(given.activations[-1, at]))
        frequency = mean_frequency(given.images[at : at + 1])
        assert row["frequency"] == pytest.approx(float(frequency))
        shown = deprocessed(given.images)[at, 0]
        np.testing.assert_allclose(opened(behind["pictures"][at]), shown, atol=1 / 255)


def test_silent_filters_are_counted_and_their_noise_does_not_count_as_fineness(behind):
    compared = patterns.by_layer([behind])

    awake = [row["frequency"] for row in behind["runs"] if not row["silent"]]
    assert compared["silent"] == compared["summary"]["relu2"]["silent"] == 2
    assert compared["filters"] == len(UNITS)
    assert compared["summary"]["relu2"]["frequency"]["mean"] == pytest.approx(np.mean(awake))


def test_what_is_silent_is_asked_again_before_the_relu_and_shown_to_real_images(
    few_digits, run, behind
):
    found = patterns.woken(few_digits, run, behind, "conv2", [0], images=20, steps=3, seed=0)

    assert [row["unit"] for row in found["runs"]] == [0, 1, 2]
    assert [row["behind"] for row in found["runs"]] == [False, True, True]
    assert (found["asked"], found["woken"], found["answering"]) == (2, 2, 0)
    assert all(row["end"] > row["start"] for row in found["runs"])


def test_only_the_chosen_units_are_kept_from_each_layer(behind):
    kept = patterns.chosen([behind], [1, 5])

    assert [row["unit"] for row in kept["rows"]] == [1, 5]
    assert [row["silent"] for row in kept["rows"]] == [True, False]


@pytest.fixture(scope="module")
def ways():
    each = [
        patterns.of_imagenet(
            "efficientnet_lite0", "packaged", 4, [0, 1], way, size=32, steps=2, seed=0
        )
        for way in patterns.WAYS
    ]
    return patterns.compared(each)


def test_ways_are_compared_on_the_same_units(ways):
    names = ["plain", "jitter", "blur", "fourier", "natural"]
    assert list(ways["ways"]) == list(ways["summary"]) == names
    for one in ways["ways"].values():
        assert [row["unit"] for row in one["runs"]] == [0, 1]


def drawings(behind, ways):
    two = patterns.chosen(
        [dict(behind, layer=name) for name in ("conv4", "relu4", "pool4")], [1, 5]
    )
    layers = [dict(behind, layer=f"{kind}{n}") for n in (1, 2) for kind in ("relu", "pool")]
    grid = dict(behind, layer="relu1")
    return {
        "patterns": grid,
        "two_filters": two,
        "pattern_courses": grid,
        "patterns_by_layer": patterns.by_layer(layers),
        "pattern_ways": ways,
        "imagenet_patterns": ways["ways"]["natural"],
        "cover_pattern_maximisation": ways["ways"]["natural"],
    }


def test_figures_are_well_formed_and_the_same_bytes_twice(behind, ways):
    for name, result in drawings(behind, ways).items():
        check(name, result)


def test_pictures_in_figures_are_scaled_smoothly_and_kept_as_webp(ways):
    drawn = draw("imagenet_patterns", ways["ways"]["natural"])

    assert b"data:image/webp" in drawn.data
    assert b"data:image/png" not in drawn.data
    assert b"pixelated" not in drawn.data


def test_a_network_without_silent_filters_has_none_to_wake(few_digits, run, behind):
    awake = dict(behind, runs=[dict(row, silent=False) for row in behind["runs"]])

    found = patterns.woken(few_digits, run, awake, "conv2", [0], images=5, steps=1, seed=0)

    assert (found["asked"], found["woken"], found["answering"]) == (0, 0, 0)
