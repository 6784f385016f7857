"""Lesson 1: what is counted and compared is what the page says."""

import numpy as np
import pytest
import torch

from cnnviz.lessons.shared.digits import tensors
from cnnviz.lessons.shared.trained import run, trained_network
from cnnviz.lessons.why_cnns import experiments
from cnnviz.methods.shifts import centred, shifted
from cnnviz.training import accuracy


@pytest.fixture(scope="module")
def mlp(few_digits):
    return run(few_digits, "mlp", seed=0, epochs=1)


def test_a_hidden_unit_is_the_sum_of_its_products_and_its_bias(few_digits, mlp):
    unit = experiments.hidden_units(few_digits, mlp, image=3, count=4)

    images, _ = tensors(few_digits, "test")
    layer = trained_network(mlp, few_digits).get_submodule("dense1")
    values = layer(images[3:4].flatten(1))[0]
    assert unit["value"] == pytest.approx(values.max().item(), abs=1e-4)
    assert unit["products"].sum() + unit["bias"] == pytest.approx(unit["value"], abs=1e-4)
    assert unit["weights"].shape == (4, 28, 28)


def test_a_unit_for_a_photograph_of_224_px_has_150_528_weights():
    counted = experiments.first_layer({"photo": [224, 3]}, 128, dense="mlp", convolution="lenet5")

    photo = counted["images"]["photo"]
    assert photo["inputs"] == photo["unit"] == 150_528
    assert photo["dense"] == 128 * 150_528 + 128
    assert photo["convolution"] == 608  # Cabral's table


def test_neighbours_in_a_column_end_up_a_row_apart():
    placed = experiments.flattening(side=6, row=2, column=3)

    assert placed["pixel"] == 15
    assert placed["neighbours"] == [9, 14, 16, 21]


def test_an_unshifted_digit_is_wholly_alike_itself(few_digits):
    result = experiments.shifted_likeness(few_digits, farthest=2)

    assert result["summary"]["right"]["0"]["mean"] == pytest.approx(1, abs=1e-5)
    assert result["summary"]["right"]["2"]["mean"] < 0.9
    assert result["summary"]["same"] > result["summary"]["other"]


def test_the_likeness_of_strangers_is_the_mean_correlation_of_all_pairs(few_digits):
    images, labels = tensors(few_digits, "test")
    table = np.corrcoef(images.flatten(1).numpy())
    same = np.equal.outer(labels.numpy(), labels.numpy())

    strangers = experiments.shifted_likeness(few_digits, farthest=0)["summary"]

    assert strangers["other"] == pytest.approx(table[~same].mean(), abs=1e-5)
    pairs = same & ~np.eye(len(labels), dtype=bool)
    assert strangers["same"] == pytest.approx(table[pairs].mean(), abs=1e-5)


def test_recentred_digits_are_first_shifted_and_then_centred(few_digits, mlp):
    images, labels = tensors(few_digits, "test")
    network, moved = trained_network(mlp, few_digits), shifted(images, right=4)

    result = experiments.recentred(few_digits, [mlp], shift=4)

    (row,) = result["runs"]
    assert row["original"] == mlp["accuracy"]
    assert row["shifted"] == accuracy(network, moved, labels)
    assert row["centred"] == accuracy(network, centred(moved), labels)
    assert result["summary"]["mlp"]["centred"]["mean"] == row["centred"]


def test_centring_undoes_a_shift_that_loses_nothing(few_digits):
    images, _ = tensors(few_digits, "test")
    whole = images[(images[..., -4:] == 0).flatten(1).all(dim=1)]

    assert len(whole) > 0
    assert centred(shifted(whole, right=4)).equal(centred(whole))


def test_centring_leaves_a_centred_and_an_empty_image_alone():
    images = torch.zeros(2, 1, 6, 6)
    images[0, 0, 3, 3] = 1

    assert centred(images).equal(images)
