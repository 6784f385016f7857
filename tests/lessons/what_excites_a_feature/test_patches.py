"""Top patches and their reconstructions are those of the strongest channels, on tiny data."""

import numpy as np
import pytest
import torch

from cnnviz.lessons.shared.digits import tensors
from cnnviz.lessons.shared.trained import trained_network
from cnnviz.lessons.what_excites_a_feature import patches
from cnnviz.methods.top_patches import top_patches


@pytest.fixture(scope="module")
def channels(few_digits, few_runs):
    return patches.digit_patches(few_digits, few_runs[0], "relu2", count=3, k=3)["channels"]


def test_switches_put_each_maximum_back_where_it_was():
    found = patches.switches([[1, 5], [2, 3]])

    assert found["pooled"] == [[5]]
    assert found["back"] == [[0, 5], [0, 0]]


def test_patches_are_those_of_the_strongest_channels(few_digits, few_runs, channels):
    images, _ = tensors(few_digits, "test")

    every = top_patches(trained_network(few_runs[0], few_digits), "relu2", images, 3)

    strongest = every.value[:, 0].topk(3).indices.sort().values.tolist()
    assert [channel["channel"] for channel in channels] == strongest
    torch.testing.assert_close(
        torch.tensor(channels[0]["patches"]).float(),
        every.patches[strongest[0], :, 0],
        atol=6e-4,
        rtol=0,
    )


def test_a_reconstruction_has_the_size_of_its_patch_and_reaches_one(channels):
    shown, carried = (np.array(channels[0][name]) for name in ("patches", "carried"))

    assert shown.shape == carried.shape == (3, 14, 14)
    np.testing.assert_allclose(np.abs(carried).max(axis=(1, 2)), 1, atol=1e-3)


def test_a_units_choosiness_is_the_share_of_its_commonest_label():
    labels = torch.tensor([[3, 1], [3, 2], [4, 3], [3, 4]])

    assert patches.commonest(labels).tolist() == [0.75, 0.25]
