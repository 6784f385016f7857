"""One channel is computed alone where that gives the same, and the layer whole where not."""

from dataclasses import replace

import pytest
import torch
from torch import nn
from torch.nn.utils.parametrizations import weight_norm

from cnnviz.methods.unit_activation import unit_activation
from tests.zoo import grown, images

ALONE = [
    *(("in_place", layer) for layer in ("conv1", "relu1", "pool1", "conv2", "relu2")),
    *(("residual", layer) for layer in ("conv1", "bn1", "conv2", "bn2", "relu")),
    *(("relu6", layer) for layer in ("conv1", "relu1")),
    *(("hardswish", layer) for layer in ("conv1", "bn1", "act1", "conv2", "act2")),
    *(("functional", layer) for layer in ("conv1", "conv2")),
]
WHOLE = [("relu6", "conv2"), ("relu6", "relu2"), ("relu6", "pool"), ("in_place", "scores")]


def gradient(activation, pictures, units):
    pictures = pictures.clone().requires_grad_()
    return torch.autograd.grad(activation(pictures, units).sum(), pictures)[0]


def of(network, layer):
    return unit_activation(network, layer, images(1))


@pytest.mark.parametrize(("kind", "layer"), ALONE)
def test_the_gradient_is_that_of_the_whole_layer(kind, layer):
    alone = of(*grown(kind)[:1], layer)
    units = torch.tensor([4, 0, 4])

    found = gradient(alone, images(), units)

    assert alone.tail is not None
    expected = gradient(replace(alone, tail=None), images(), units)
    torch.testing.assert_close(found, expected, rtol=1e-9, atol=1e-12)
    assert expected.abs().max() > 1e-4


@pytest.mark.parametrize("layer", ["conv3", "relu3", "pool3"])
def test_the_gradient_is_that_of_the_whole_layer_in_single_precision(layer):
    from cnnviz.models.networks.chollet_convnet import chollet_convnet

    with torch.random.fork_rng():
        torch.manual_seed(0)
        network = chollet_convnet(size=60).eval()
    pictures = torch.rand(4, 3, 60, 60, generator=torch.Generator().manual_seed(1))
    alone, units = unit_activation(network, layer, pictures[:1]), torch.tensor([2, 9, 40, 127])

    found = gradient(alone, pictures, units)

    expected = gradient(replace(alone, tail=None), pictures, units)
    assert (found - expected).norm() < 1e-6 * expected.norm()


@pytest.mark.parametrize(("kind", "layer"), WHOLE)
def test_a_layer_that_mixes_its_channels_otherwise_is_computed_whole(kind, layer):
    assert of(*grown(kind)[:1], layer).tail is None


class Block(nn.Module):
    """A convolution whose output a function changes before the ReLU sees it."""

    def __init__(self, change):
        super().__init__()
        self.conv, self.relu, self.change = (
            nn.Conv2d(3, 3, 3, padding=1).double(),
            nn.ReLU(),
            change,
        )

    def forward(self, images):
        return self.relu(self.change(self.conv(images), images))


def added_in_place(maps, images):
    maps += images
    return maps


@pytest.mark.parametrize("change", [added_in_place, torch.add, lambda maps, _: maps.flip(1)])
def test_what_happens_between_modules_is_not_overlooked(change):
    network = Block(change).eval()

    activation = of(network, "relu")

    assert activation.tail is None
    expected = network(images())[torch.arange(3), torch.arange(3)].mean(dim=(1, 2))
    torch.testing.assert_close(activation(images(), torch.arange(3)), expected)


def conv(**options):
    return nn.Conv2d(3, 6, 3, **options).double()


@pytest.mark.parametrize(
    "padded", [{"padding": 2}, {"padding": "same", "padding_mode": "circular"}, {"dilation": 2}]
)
def test_a_convolution_keeps_its_padding_and_dilation(padded):
    network = nn.Sequential(conv(**padded), nn.MaxPool2d(3, stride=2, ceil_mode=True)).eval()
    activation, units = of(network, "1"), torch.tensor([1, 5, 0])

    found = activation(images(), units)

    assert activation.tail is not None
    torch.testing.assert_close(found, replace(activation, tail=None)(images(), units))


def hooked(network):
    network[0].register_forward_hook(lambda _module, _inputs, output: output * 2)
    return network


UNUSUAL = {
    "weights that are computed": lambda: nn.Sequential(weight_norm(conv()), nn.ReLU()),
    "a hook of the caller's": lambda: hooked(nn.Sequential(conv(), nn.ReLU())),
    "a batch norm by the batch": lambda: nn.Sequential(
        conv(), nn.BatchNorm2d(6, track_running_stats=False).double()
    ),
}


@pytest.mark.parametrize("unusual", UNUSUAL)
def test_is_computed_whole_with(unusual):
    assert of(UNUSUAL[unusual]().eval(), "1").tail is None


def test_a_convolution_that_runs_twice_is_computed_whole():
    shared = nn.Conv2d(3, 3, 3, padding=1).double()
    network = nn.Sequential(shared, nn.ReLU(), shared, nn.Tanh()).eval()

    assert of(network, "3").tail is None


def test_the_batch_keeps_the_largest_output_within_the_size():
    network = nn.Sequential(conv(), nn.ReLU(), nn.Flatten(), nn.Linear(6 * 14 * 14, 5).double())

    activation = of(network.eval(), "3")

    bytes_of_one = 6 * 14 * 14 * 8
    assert activation.largest == bytes_of_one
    assert activation.batch(10 * bytes_of_one + 1) == 10
    assert activation.batch(1) == 1


def test_alone_counts_only_what_comes_before_and_the_filters_asked_for():
    activation = of(nn.Sequential(conv(), nn.ReLU()).eval(), "1")

    assert activation.largest == 3 * 16 * 16 * 8
    assert activation.filter_map == 14 * 14 * 8
    assert activation.batch(4 * 100 * activation.filter_map) == 10  # images × filters: 100
