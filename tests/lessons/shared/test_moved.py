"""Moved, turned and scaled digits: the accuracies are those of the moved images, run by run."""

import numpy as np
import pytest

from cnnviz.choice import UnknownName
from cnnviz.lessons.shared.digits import tensors
from cnnviz.lessons.shared.moved import moved, moved_accuracy
from cnnviz.lessons.shared.repeats import summary
from cnnviz.lessons.shared.trained import trained_network
from cnnviz.methods.shifts import scaled, shifted, turned
from cnnviz.pipeline.outcome import decoded, encoded
from cnnviz.results import where
from cnnviz.training import accuracy

AMOUNTS = {"right": [-4, 0, 4], "down": [-4, 4], "turn": [90], "scale": [1, 0.5]}


@pytest.fixture(scope="module")
def accuracies(few_digits, few_runs):
    return moved_accuracy(few_digits, few_runs, AMOUNTS)


def test_each_transform_moves_as_its_name_says(few_digits):
    images, _ = tensors(few_digits, "test")

    assert moved(images, "right", -3).equal(shifted(images, right=-3))
    assert moved(images, "down", 2.0).equal(shifted(images, down=2))
    assert moved(images, "turn", 30).equal(turned(images, 30))
    assert moved(images, "scale", 1.5).equal(scaled(images, 1.5))


def test_accuracies_are_those_of_the_moved_images(few_digits, few_runs, accuracies):
    images, labels = tensors(few_digits, "test")
    network = trained_network(few_runs[1], few_digits)

    (row,) = where(accuracies["runs"], network="lenet5", seed=1, transform="turn")

    assert row["accuracy"] == accuracy(network, turned(images, 90), labels)
    assert row["kept"] == row["accuracy"] / few_runs[1]["accuracy"]


def test_what_changes_nothing_keeps_all_of_the_accuracy(accuracies):
    for network in ("lenet5", "mlp"):
        for transform, amount in (("right", "0"), ("scale", "1")):
            kept = accuracies["summary"][network][transform][amount]["kept"]
            assert kept == summary([1.0, 1.0])


def test_every_run_is_kept_for_every_amount(accuracies):
    assert len(accuracies["runs"]) == 4 * sum(map(len, AMOUNTS.values()))
    of_scale = [
        row["accuracy"]
        for row in where(accuracies["runs"], network="mlp", transform="scale", amount=0.5)
    ]
    assert accuracies["summary"]["mlp"]["scale"]["0.5"]["accuracy"] == summary(of_scale)


def test_an_unknown_transform_is_told_with_the_near_miss(few_digits):
    with pytest.raises(UnknownName, match="Did you mean 'turn'"):
        moved(tensors(few_digits, "test")[0], "turned", 3)


def test_parts_of_pixels_are_refused(few_digits):
    with pytest.raises(ValueError, match=r"by whole pixels, not by 0\.5"):
        moved(tensors(few_digits, "test")[0], "right", 0.5)


def test_its_result_can_be_stored_and_read_again(accuracies):
    again = decoded(*encoded(accuracies))

    assert list(again) == list(accuracies)
    np.testing.assert_equal(again, accuracies)
