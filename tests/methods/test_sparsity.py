"""Sparsity counts zeros, blank channels and silent ones, over all images."""

import pytest
import torch
from torch import nn

from cnnviz.choice import UnknownName
from cnnviz.methods import sparsity as module
from cnnviz.methods.sparsity import Sparsity, sparse_layers, sparsity
from cnnviz.recording import output_of
from tests.zoo import ZOO, grown, images, state


def rectifier():
    """Give a network that only cuts the image off at zero."""
    return nn.Sequential(nn.ReLU()).eval()


def test_counts_by_hand():
    """Channel 0 speaks on the first image, 1 on both, 2 is blank, 3 is blank and constant."""
    some = torch.tensor(
        [
            [[[1.0, -1.0]], [[1.0, 1.0]], [[-1.0, -1.0]], [[0.0, 0.0]]],
            [[[0.0, -1.0]], [[0.0, 1.0]], [[-1.0, -1.0]], [[0.0, 0.0]]],
        ]
    )

    found = sparsity(rectifier(), some)

    assert found == {"0": Sparsity(zeros=12 / 16, blank=(2 / 4 + 3 / 4) / 2, silent=2 / 4)}


def test_a_rectifier_makes_half_of_symmetric_noise_zero():
    noise = torch.randn(200, 1, 30, 30, generator=torch.Generator().manual_seed(0))

    assert sparsity(rectifier(), noise)["0"].zeros == pytest.approx(0.5, abs=0.005)


def test_max_pooling_never_has_a_larger_share_of_zeros_than_what_it_pools():
    network, _ = grown("in_place")

    found = sparsity(network, images(20))

    assert found["pool1"].zeros <= found["relu1"].zeros
    assert found["pool1"].silent == found["relu1"].silent


def test_silent_channels_are_blank_on_every_image():
    network, _ = grown("in_place")

    for measured in sparsity(network, images(20)).values():
        assert 0 <= measured.silent <= measured.blank <= measured.zeros <= 1


@pytest.mark.parametrize("chunk", [1, 3])
def test_is_the_same_whatever_the_chunk(monkeypatch, chunk):
    network, _ = grown("in_place")
    expected = sparsity(network, images(7))
    monkeypatch.setattr(module, "CHUNK", chunk)

    found = sparsity(network, images(7))

    for layer in expected:
        assert vars(found[layer]) == pytest.approx(vars(expected[layer]))


def test_the_zeros_are_those_of_the_layers_output():
    network, _ = grown("relu6")

    found = sparsity(network, images(), ["relu2"])["relu2"]

    assert found.zeros == pytest.approx(
        float((output_of(network, "relu2", images()) == 0).double().mean())
    )


def test_units_of_a_dense_layer_count_as_channels():
    network = nn.Sequential(nn.Flatten(), nn.ReLU()).eval()
    some = torch.tensor([[1.0, 0.0, -1.0], [1.0, 1.0, -1.0]]).reshape(2, 3, 1, 1)

    found = sparsity(network, some)["1"]

    assert (found.zeros, found.blank, found.silent) == (0.5, 0.5, 1 / 3)


def test_all_activations_and_poolings_are_measured_unless_some_are_named():
    network, _ = grown("in_place")

    assert list(sparsity(network, images())) == ["relu1", "pool1", "relu2"]
    assert list(sparsity(network, images(), ["conv2", "relu1"])) == ["conv2", "relu1"]
    assert sparse_layers(network) == ["relu1", "pool1", "relu2"]


@pytest.mark.parametrize("kind", ZOO)
def test_leaves_the_network_as_it_was_also_after_an_error(kind):
    network, layer = grown(kind)
    before = state(network)

    sparsity(network, images(), [layer])
    with pytest.raises(RuntimeError):
        sparsity(network, images(channels=5), [layer])

    assert state(network) == before


def test_works_inside_inference_mode():
    network, _ = grown("residual")

    with torch.inference_mode():
        found = sparsity(network, images() * 1)

    assert found == sparsity(network, images())


def test_refuses_training_mode():
    with pytest.raises(ValueError, match="sparsity needs a network in evaluation mode"):
        sparsity(rectifier().train(), images())


def test_a_network_without_modules_to_measure_is_told_so():
    """A ReLU called as a function cannot be found: silence would read as nothing sparse."""
    with pytest.raises(ValueError, match="name them where a network has no module"):
        sparsity(grown("functional")[0], images())


def test_a_misspelt_layer_is_told_with_the_near_miss():
    with pytest.raises(UnknownName, match="Did you mean 'relu1'"):
        sparsity(grown("in_place")[0], images(), ["relu_1"])
