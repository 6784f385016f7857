"""Lesson 3: what is pooled and compared is what the page says."""

import json

import numpy as np
import pytest

from cnnviz.lessons.pooling_and_invariance import experiments
from cnnviz.lessons.shared.digits import tensors
from cnnviz.lessons.shared.moved import moved_accuracy
from cnnviz.lessons.shared.trained import run
from cnnviz.pipeline.outcome import decoded, encoded

SHIFTS = {"right": [-4, 0, 4]}


@pytest.fixture(scope="module")
def runs(few_digits):
    names = ("lenet5", "lenet5_strided", "mlp")
    return {name: run(few_digits, name, seed=0, epochs=1) for name in names}


def test_the_table_of_the_lesson_pools_to_round_numbers():
    values = [[3.0, 1, 0, 2], [5, 7, 4, 2], [1, 0, 6, 8], [2, 1, 5, 1]]

    pooled = experiments.pooling_example(values)

    assert pooled["max"] == [[7, 4], [2, 8]]
    assert pooled["average"] == [[4, 2], [1, 5]]


def test_a_digit_is_pooled_twice_as_it_is_once_more(few_digits):
    pooled = experiments.pooled_digit(few_digits, label=5)

    for way, of_window in (("max", np.max), ("average", np.mean)):
        windows = pooled[f"{way}_2"].reshape(7, 2, 7, 2)
        np.testing.assert_allclose(of_window(windows, axis=(1, 3)), pooled[f"{way}_4"], atol=1e-6)


def test_lenet5s_poolings_keep_one_value_in_four():
    counted = experiments.pooling_discards("lenet5")["layers"]

    assert list(counted) == ["pool1", "pool2"]
    assert counted["pool1"]["given"] == 8 * 28 * 28
    assert counted["pool2"]["left"] == 16 * 5 * 5
    assert {row["discarded"] for row in counted.values()} == {0.75}


def test_maps_follow_whole_steps_exactly_and_others_not(few_digits, runs):
    rows = experiments.equivariance(few_digits, [runs["lenet5"]], [1, 2, 4], images=20)["runs"]

    for row in rows:
        if row["whole"]:
            assert row["largest"] < 1e-6
        else:
            assert row["difference"] > 0.01


def test_a_change_without_a_shift_is_none(few_digits, runs):
    result = experiments.pooling_local(few_digits, [runs["lenet5"]], farthest=1, images=10)

    for kind in experiments.POOLINGS:
        assert result["summary"][kind]["0"]["mean"] == 0
        assert result["summary"][kind]["1"]["mean"] > 0


def test_what_remains_of_following_maps_lies_in_the_columns_that_came_in(few_digits, runs):
    images, labels = tensors(few_digits, "test")
    label = int(labels[(images[..., -4:] == 0).flatten(1).all(dim=1)][0])

    shown = experiments.following_maps(few_digits, runs["lenet5"], label=label, shift=4)

    assert shown["relu1"].shape == (2, 28, 28)
    assert shown["pool2.left"].shape == (5, 5)


def test_moved_images_are_one_digit_under_every_amount(few_digits):
    amounts = {"right": [-4, 0, 4], "down": [-4, 4], "turn": [90], "scale": [1, 0.5]}

    shown = experiments.moved_images(few_digits, 3, amounts)

    images, labels = tensors(few_digits, "test")
    assert shown["label"] == labels[3]
    assert {name: shown[name].shape for name in amounts} == {
        name: (len(each), 28, 28) for name, each in amounts.items()
    }
    np.testing.assert_array_equal(shown["right"][1], images[3, 0])


def test_moved_images_can_be_stored_and_read_again(few_digits):
    shown = experiments.moved_images(few_digits, 0, {"turn": [90], "scale": [1, 0.5]})

    again = decoded(*encoded(shown))

    assert list(again) == list(shown)
    np.testing.assert_equal(again, shown)


def test_networks_with_and_without_pooling_are_compared_without_the_mlp(few_digits, runs):
    both = moved_accuracy(few_digits, [runs["lenet5"], runs["mlp"]], SHIFTS)
    strided = moved_accuracy(few_digits, [runs["lenet5_strided"]], SHIFTS)

    result = experiments.pooling_kept(both, strided, "right")

    assert list(result["summary"]) == ["lenet5", "lenet5_strided"]
    assert len(result["runs"]) == 2 * 3
    assert result["summary"]["lenet5"] == both["summary"]["lenet5"]["right"]


def test_the_slider_has_ten_probabilities_for_each_shift_as_plain_json(few_digits, runs):
    result = experiments.shift_slider(few_digits, [runs["lenet5"], runs["mlp"]], [9, 4], farthest=3)

    digits = json.loads(json.dumps(result))["digits"]
    assert [digit["label"] for digit in digits] == [9, 4]
    for digit in digits:
        assert digit["amounts"] == list(range(-3, 4))
        assert np.shape(digit["image"]) == (28, 28)
        for rows in digit["networks"].values():
            np.testing.assert_allclose(np.sum(rows, axis=1), 1, atol=1e-3)
            assert len(rows) == 7
