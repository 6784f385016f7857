"""Every filter is told of, the silent ones too."""

import numpy as np
import pytest

from cnnviz.drawing.heat import opened
from cnnviz.lessons.pattern_maximisation import experiments
from cnnviz.lessons.shared.trained import trained_network
from cnnviz.methods.frequencies import mean_frequency
from cnnviz.methods.maximise import deprocessed, maximise


def test_a_row_tells_what_maximise_gave(few_digits, run, behind):
    network = trained_network(run, few_digits)
    units = [row["unit"] for row in behind["runs"]]

    given = maximise(network, "relu2", units, 28, channels=1, steps=3)

    for at, row in enumerate(behind["runs"]):
        assert row["silent"] == bool(given.silent[at])
        assert row["start"] == pytest.approx(float(given.activations[0, at]))
        assert row["end"] == pytest.approx(float(given.activations[-1, at]))
        frequency = mean_frequency(given.images[at : at + 1])
        assert row["frequency"] == pytest.approx(float(frequency))
        shown = deprocessed(given.images)[at, 0]
        np.testing.assert_allclose(opened(behind["pictures"][at]), shown, atol=1 / 255)


def test_there_is_a_row_for_each_unit_that_was_asked_for(behind):
    assert [row["unit"] for row in behind["runs"]] == [0, 1, 2, 5]


def test_silent_filters_are_counted_and_their_noise_does_not_count_as_fineness(behind):
    compared = experiments.patterns_by_layer([behind])

    awake = [row["frequency"] for row in behind["runs"] if not row["silent"]]
    assert compared["silent"] == compared["summary"]["relu2"]["silent"] == 2
    assert compared["filters"] == 4
    assert compared["summary"]["relu2"]["frequency"]["mean"] == pytest.approx(np.mean(awake))


def test_what_is_silent_is_asked_again_before_the_relu_and_shown_to_real_images(
    few_digits, run, behind
):
    woken = experiments.woken(few_digits, run, behind, "conv2", [0], images=20, steps=3, seed=0)

    assert [row["unit"] for row in woken["runs"]] == [0, 1, 2]
    assert [row["behind"] for row in woken["runs"]] == [False, True, True]
    assert (woken["asked"], woken["woken"], woken["answering"]) == (2, 2, 0)
    assert all(row["end"] > row["start"] for row in woken["runs"])


def test_a_network_without_silent_filters_has_none_to_wake(few_digits, run, behind):
    awake = behind | {"runs": [row | {"silent": False} for row in behind["runs"]]}

    woken = experiments.woken(few_digits, run, awake, "conv2", [0], images=5, steps=1, seed=0)

    assert (woken["asked"], woken["woken"], woken["answering"]) == (0, 0, 0)


def test_only_the_chosen_units_are_kept_from_each_layer(behind):
    kept = experiments.two_filters([behind], [1, 5])

    assert [row["unit"] for row in kept["rows"]] == [1, 5]
    assert [row["silent"] for row in kept["rows"]] == [True, False]


def test_ways_are_compared_on_the_same_units(pattern_ways):
    names = ["plain", "jitter", "blur", "fourier", "natural"]
    assert list(pattern_ways["ways"]) == list(pattern_ways["summary"]) == names
    for one in pattern_ways["ways"].values():
        assert [row["unit"] for row in one["runs"]] == [0, 1]
