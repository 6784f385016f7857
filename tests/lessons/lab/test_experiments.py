"""What the lab fetches: the networks and digits of the build, as anybody can read them."""

import json
from math import log2

import numpy as np
import pytest
import torch
from safetensors.numpy import load

from cnnviz.lessons.lab.experiments import (
    described,
    entropy,
    lab_digits,
    lab_networks,
    lab_remapped,
    lab_still,
)
from cnnviz.lessons.shared.trained import run
from cnnviz.methods.pixel_remap import PixelRemap
from cnnviz.models import network

NAMES = ("lenet5", "mlp")


@pytest.fixture(scope="module")
def runs(few_digits):
    return {
        block: [run(few_digits, name, seed=0, epochs=1, block=block) for name in NAMES]
        for block in (1, 28)
    }


def header(data: bytes) -> dict:
    head = json.loads(data[8 : 8 + int.from_bytes(data[:8], "little")])
    return json.loads(head["__metadata__"]["json"])


def test_a_file_holds_the_weights_of_both_networks_as_they_were_trained(few_digits, runs):
    file = lab_networks(few_digits, runs[1])

    arrays = load(file.data)
    for one in runs[1]:
        for name, value in one.items():
            if name.startswith("weights."):
                kept = arrays[f"{one['network']}.{name.removeprefix('weights.')}"]
                np.testing.assert_array_equal(kept, value)
    assert "order" not in arrays


def test_remapped_networks_come_with_their_remap(few_digits, runs):
    file = lab_remapped(few_digits, runs[28])

    image = torch.arange(784.0).reshape(1, 1, 28, 28)
    remapped = PixelRemap(28, 28, seed=0, block=28)(image).flatten()
    np.testing.assert_array_equal(load(file.data)["order"], remapped)
    assert header(file.data)["block"] == 28


def test_networks_with_different_remaps_share_no_file(few_digits, runs):
    with pytest.raises(ValueError, match=r"not \[\(0, 1\), \(0, 28\)\]"):
        lab_networks(few_digits, [runs[1][0], runs[28][1]])


def test_the_header_tells_all_that_a_pass_needs():
    layers = described(network("lenet5", channels=1, size=28))

    assert layers[0] == {
        "name": "conv1",
        "kind": "conv2d",
        "kernel_size": 5,
        "stride": 1,
        "padding": 2,
    }
    assert layers[2] == {
        "name": "pool1",
        "kind": "maxpool2d",
        "kernel_size": 2,
        "stride": 2,
        "padding": 0,
    }
    assert layers[-1] == {"name": "scores", "kind": "linear"}


def test_windows_that_are_no_squares_are_refused():
    with pytest.raises(ValueError, match="3×5"):
        described(torch.nn.Sequential(torch.nn.Conv2d(1, 1, (3, 5))))


def test_digits_stand_class_by_class(few_digits):
    arrays = load(lab_digits(few_digits, 3).data)

    np.testing.assert_array_equal(arrays["labels"], np.repeat(np.arange(10), 3))
    first = few_digits["test_images"][few_digits["test_labels"] == 4][0]
    np.testing.assert_array_equal(arrays["images"][12], first)


def test_the_same_networks_are_the_same_bytes(few_digits, runs):
    assert lab_remapped(few_digits, runs[28]) == lab_remapped(few_digits, runs[28])


@pytest.mark.parametrize(
    ("chances", "bits"),
    [([0.1] * 10, log2(10)), ([1.0] + [0.0] * 9, 0.0), ([0.5, 0.5] + [0.0] * 8, 1.0)],
)
def test_entropy_is_in_bits(chances, bits):
    assert entropy(torch.tensor(chances)) == pytest.approx(bits, abs=1e-6)


def test_the_still_picture_has_every_map_of_one_digit(few_digits, runs):
    shown = lab_still(few_digits, runs[1], 7)

    assert shown["label"] == 7
    shapes = {layer: shown[layer].shape for layer in shown["layers"]}
    assert shapes == {
        "relu1": (8, 28, 28),
        "pool1": (8, 14, 14),
        "relu2": (16, 10, 10),
        "pool2": (16, 5, 5),
    }
    for chances in shown["answers"].values():
        assert sum(chances) == pytest.approx(1, abs=1e-5)
