"""Moved, turned and scaled digits: the accuracies are those of the moved images, run by run."""

import numpy as np
import pytest

from cnnviz.choice import UnknownName
from cnnviz.lessons.shared import moved as invariance
from cnnviz.lessons.shared import moved_claims as invariance_claims
from cnnviz.lessons.shared import trained as training
from cnnviz.lessons.shared.digits import tensors
from cnnviz.lessons.shared.repeats import summary
from cnnviz.methods.shifts import scaled, shifted, turned
from cnnviz.pipeline.outcome import decoded, encoded
from cnnviz.training import accuracy

AMOUNTS = {"right": [-4, 0, 4], "down": [-4, 4], "turn": [90], "scale": [1, 0.5]}


@pytest.fixture(scope="module")
def moved(few_digits, few_runs):
    return invariance.accuracies(few_digits, few_runs, AMOUNTS)


def interval(mean, half=0.01):
    return {"n": 5, "mean": mean, "std": half, "low": mean - half, "high": mean + half}


def kept(cnn, mlp):
    """Give what is kept at ±4 px, the same on every side but below, where the CNN's is given."""

    def by_way(value, below):
        sides = {amount: {"kept": interval(value)} for amount in ("-4", "0", "4")}
        return {"right": sides, "down": sides | {"4": {"kept": interval(below)}}}

    return {"summary": {"lenet5": by_way(0.6, cnn), "mlp": by_way(mlp, mlp)}}


def test_each_transform_moves_as_its_name_says(few_digits):
    images, _ = tensors(few_digits, "test")

    assert invariance.moved(images, "right", -3).equal(shifted(images, right=-3))
    assert invariance.moved(images, "down", 2.0).equal(shifted(images, down=2))
    assert invariance.moved(images, "turn", 30).equal(turned(images, 30))
    assert invariance.moved(images, "scale", 1.5).equal(scaled(images, 1.5))


def test_accuracies_are_those_of_the_moved_images(few_digits, few_runs, moved):
    images, labels = tensors(few_digits, "test")
    network = training.trained_network(few_runs[1], few_digits)

    (row,) = (
        row
        for row in moved["runs"]
        if (row["network"], row["seed"], row["transform"]) == ("lenet5", 1, "turn")
    )

    assert row["accuracy"] == accuracy(network, turned(images, 90), labels)
    assert row["kept"] == row["accuracy"] / few_runs[1]["accuracy"]


def test_what_changes_nothing_keeps_all_of_the_accuracy(moved):
    for network in ("lenet5", "mlp"):
        for transform, amount in (("right", "0"), ("scale", "1")):
            assert moved["summary"][network][transform][amount]["kept"] == summary([1.0, 1.0])


def test_every_run_is_kept_for_every_amount(moved):
    assert len(moved["runs"]) == 4 * sum(map(len, AMOUNTS.values()))
    of_scale = [
        row["accuracy"]
        for row in moved["runs"]
        if (row["network"], row["transform"], row["amount"]) == ("mlp", "scale", 0.5)
    ]
    assert moved["summary"]["mlp"]["scale"]["0.5"]["accuracy"] == summary(of_scale)


def test_moved_pictures_show_one_digit_under_every_amount(few_digits):
    shown = invariance.pictures(few_digits, 3, AMOUNTS)

    images, labels = tensors(few_digits, "test")
    assert shown["label"] == labels[3]
    assert {name: shown[name].shape for name in AMOUNTS} == {
        name: (len(each), 28, 28) for name, each in AMOUNTS.items()
    }
    np.testing.assert_array_equal(shown["right"][1], images[3, 0])


def test_an_unknown_transform_is_told_with_the_near_miss(few_digits):
    with pytest.raises(UnknownName, match="Did you mean 'turn'"):
        invariance.moved(tensors(few_digits, "test")[0], "turned", 3)


def test_parts_of_pixels_are_refused(few_digits):
    with pytest.raises(ValueError, match=r"by whole pixels, not by 0\.5"):
        invariance.moved(tensors(few_digits, "test")[0], "right", 0.5)


def test_the_cnn_keeps_more_when_shifted_only_if_it_does_on_every_side():
    claim = invariance_claims.cnn_keeps_more_when_shifted

    assert claim(kept(cnn=0.5, mlp=0.3))["holds"]
    assert not claim(kept(cnn=0.31, mlp=0.3))["holds"]  # more on average, but they overlap
    assert not claim(kept(cnn=0.2, mlp=0.3))["holds"]
    assert claim(kept(cnn=0.5, mlp=0.3))["numbers"]["cnn"]["value"] == 0.5


def test_not_invariant_only_if_each_transform_can_cost_half():
    assert invariance_claims.not_invariant(kept(cnn=0.3, mlp=0.3))["holds"] is False
    assert invariance_claims.not_invariant(kept(cnn=0.3, mlp=0.495))["holds"] is False
    low = kept(cnn=0.3, mlp=0.3)
    low["summary"]["lenet5"]["right"] = low["summary"]["mlp"]["right"]
    assert invariance_claims.not_invariant(low)["holds"]


def test_its_results_can_be_stored_and_read_again(few_digits, moved):
    for result in (moved, invariance.pictures(few_digits, 0, AMOUNTS)):
        again = decoded(*encoded(result))
        assert list(again) == list(result)
        np.testing.assert_equal(again, result)
