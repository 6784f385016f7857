"""Lessons 1 and 3: what is counted, pooled and compared is what the pages say."""

import json

import numpy as np
import pytest
import torch

from cnnviz.lessons.pooling_and_invariance import experiments as pooling
from cnnviz.lessons.pooling_and_invariance import following
from cnnviz.lessons.shared import moved as invariance
from cnnviz.lessons.shared import trained as training
from cnnviz.lessons.shared.digits import tensors
from cnnviz.lessons.why_cnns import experiments as first_layer
from cnnviz.lessons.why_cnns import likeness
from cnnviz.methods.shifts import centred, shifted

SHIFTS = {"right": [-4, 0, 4]}


@pytest.fixture(scope="module")
def runs(few_digits):
    names = ("lenet5", "lenet5_strided", "mlp")
    return {name: training.run(few_digits, name, seed=0, epochs=1) for name in names}


def test_a_hidden_unit_is_the_sum_of_its_products_and_its_bias(few_digits, runs):
    unit = first_layer.units(few_digits, runs["mlp"], image=3, count=4)

    network = training.trained_network(runs["mlp"], few_digits)
    images, _ = tensors(few_digits, "test")
    values = network.get_submodule("dense1")(images[3:4].flatten(1))[0]
    assert unit["value"] == pytest.approx(values.max().item(), abs=1e-4)
    assert unit["products"].sum() + unit["bias"] == pytest.approx(unit["value"], abs=1e-4)
    assert unit["weights"].shape == (4, 28, 28)


def test_a_unit_for_a_photograph_of_224_px_has_150_528_weights():
    counted = first_layer.parameters({"photo": [224, 3]}, hidden=128)["images"]["photo"]

    assert counted["inputs"] == counted["unit"] == 150_528
    assert counted["dense"] == 128 * 150_528 + 128
    assert counted["convolution"] == 608  # Cabral's table


def test_neighbours_in_a_column_end_up_a_row_apart():
    placed = first_layer.flattening(side=6, row=2, column=3)

    assert placed["pixel"] == 15
    assert placed["neighbours"] == [9, 14, 16, 21]


def test_an_unshifted_digit_is_wholly_alike_itself(few_digits):
    result = likeness.by_shift(few_digits, farthest=2)

    assert result["summary"]["right"]["0"]["mean"] == pytest.approx(1, abs=1e-5)
    assert result["summary"]["right"]["2"]["mean"] < 0.9
    assert result["summary"]["same"] > result["summary"]["other"]


def test_the_likeness_of_strangers_is_the_mean_correlation_of_all_pairs(few_digits):
    images, labels = tensors(few_digits, "test")
    table = np.corrcoef(images.flatten(1).numpy())
    same = np.equal.outer(labels.numpy(), labels.numpy())

    strangers = likeness.by_shift(few_digits, farthest=0)["summary"]

    assert strangers["other"] == pytest.approx(table[~same].mean(), abs=1e-5)
    pairs = same & ~np.eye(len(labels), dtype=bool)
    assert strangers["same"] == pytest.approx(table[pairs].mean(), abs=1e-5)


def test_centring_undoes_a_shift_that_loses_nothing(few_digits):
    images, _ = tensors(few_digits, "test")
    whole = images[(images[..., -4:] == 0).flatten(1).all(dim=1)]

    assert len(whole) > 0
    assert centred(shifted(whole, right=4)).equal(centred(whole))


def test_centring_leaves_a_centred_and_an_empty_image_alone():
    images = torch.zeros(2, 1, 6, 6)
    images[0, 0, 3, 3] = 1

    assert centred(images).equal(images)


def test_the_table_of_the_lesson_pools_to_round_numbers():
    values = [[3.0, 1, 0, 2], [5, 7, 4, 2], [1, 0, 6, 8], [2, 1, 5, 1]]

    pooled = pooling.example(values)

    assert pooled["max"] == [[7, 4], [2, 8]]
    assert pooled["average"] == [[4, 2], [1, 5]]


def test_lenet5s_poolings_keep_one_value_in_four():
    counted = pooling.discarded()["layers"]

    assert list(counted) == ["pool1", "pool2"]
    assert counted["pool1"]["given"] == 8 * 28 * 28
    assert counted["pool2"]["left"] == 16 * 5 * 5
    assert {row["discarded"] for row in counted.values()} == {0.75}


def test_maps_follow_whole_steps_exactly_and_others_not(few_digits, runs):
    rows = following.equivariance(few_digits, [runs["lenet5"]], [1, 2, 4], images=20)["runs"]

    for row in rows:
        if row["whole"]:
            assert row["largest"] < 1e-6
        else:
            assert row["difference"] > 0.01


def test_a_change_without_a_shift_is_none(few_digits, runs):
    result = following.local_change(few_digits, [runs["lenet5"]], farthest=1, images=10)

    for kind in following.POOLINGS:
        assert result["summary"][kind]["0"]["mean"] == 0
        assert result["summary"][kind]["1"]["mean"] > 0


def test_what_remains_of_following_maps_lies_in_the_columns_that_came_in(few_digits, runs):
    images, labels = tensors(few_digits, "test")
    label = int(labels[(images[..., -4:] == 0).flatten(1).all(dim=1)][0])

    shown = following.maps(few_digits, runs["lenet5"], label=label, shift=4)

    assert shown["relu1"].shape == (2, 28, 28)
    assert shown["pool2.left"].shape == (5, 5)


def test_networks_with_and_without_pooling_are_compared_without_the_mlp(few_digits, runs):
    both = invariance.accuracies(few_digits, [runs["lenet5"], runs["mlp"]], SHIFTS)
    strided = invariance.accuracies(few_digits, [runs["lenet5_strided"]], SHIFTS)

    result = following.compared(both, strided, "right")

    assert list(result["summary"]) == ["lenet5", "lenet5_strided"]
    assert len(result["runs"]) == 2 * 3
    assert result["summary"]["lenet5"] == both["summary"]["lenet5"]["right"]


def test_the_slider_has_ten_probabilities_for_each_shift_as_plain_json(few_digits, runs):
    result = following.slider(few_digits, [runs["lenet5"], runs["mlp"]], [9, 4], farthest=3)

    digits = json.loads(json.dumps(result))["digits"]
    assert [digit["label"] for digit in digits] == [9, 4]
    for digit in digits:
        assert digit["amounts"] == list(range(-3, 4))
        assert np.shape(digit["image"]) == (28, 28)
        for rows in digit["networks"].values():
            np.testing.assert_allclose(np.sum(rows, axis=1), 1, atol=1e-3)
            assert len(rows) == 7
