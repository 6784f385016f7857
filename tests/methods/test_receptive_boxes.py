"""A unit's box is what it can see: nothing outside reaches it, and every border does."""

import pytest
import torch
from torch import nn
from torch.nn import functional

from cnnviz.methods.receptive_field import receptive_boxes
from cnnviz.recording import output_of
from tests.zoo import ZOO, grown, images

CHAIN = ((5, 1, 2), (2, 2, 0), (3, 2, 1), (3, 1, 0))  # kernel, stride, padding


def chain():
    """Give convolutions and a pooling, one after the other: layers 0 to 3."""
    torch.manual_seed(0)
    first, pool, third, fourth = CHAIN
    return nn.Sequential(
        nn.Conv2d(1, 2, first[0], first[1], first[2]),
        nn.MaxPool2d(pool[0], pool[1], pool[2]),
        nn.Conv2d(2, 3, third[0], third[1], third[2]),
        nn.Conv2d(3, 4, fourth[0], fourth[1], fourth[2]),
    ).eval()


@pytest.mark.parametrize("depth", [1, 2, 3, 4])
def test_boxes_are_those_of_the_closed_formula(depth):
    """Araujo et al. 2019: size, jump and offset of a chain from its kernels, strides, paddings."""
    boxes = receptive_boxes(chain(), str(depth - 1), torch.rand(1, 1, 31, 23))

    size, jump, start = 1, 1, 0
    for kernel, stride, padding in CHAIN[:depth]:
        size += (kernel - 1) * jump
        start -= padding * jump
        jump *= stride
    for side, (low, high) in ((31, (0, 2)), (23, (1, 3))):
        along = boxes[0, :, 0] if side == 31 else boxes[0, 0, :]
        first = start + jump * torch.arange(len(along))
        assert along[:, low].equal(first.clamp(min=0))
        assert along[:, high].equal((first + size).clamp(max=side))


@pytest.mark.parametrize("kind", ZOO)
def test_nothing_outside_its_box_reaches_a_unit(kind):
    network, layer = grown(kind)
    maps = output_of(network, layer, images(1))
    box = receptive_boxes(network, layer, images(1))[0, 1, 2]
    top, left, bottom, right = box.tolist()

    changed = images(1) + 5
    changed[..., top:bottom, left:right] = images(1)[..., top:bottom, left:right]

    assert output_of(network, layer, changed)[0, 0, 1, 2] == maps[0, 0, 1, 2]


@pytest.mark.parametrize("kind", ZOO)
def test_every_border_of_its_box_reaches_a_unit(kind):
    """The gradient of the zoo's first layers is zero nowhere: their activations come after."""
    network, _ = grown(kind)
    image = images(1).requires_grad_()
    output_of(network, "conv1", image)[0, 0, 1, 2].backward()

    top, left, bottom, right = receptive_boxes(network, "conv1", images(1))[0, 1, 2].tolist()

    seen = image.grad[0].abs().sum(dim=0).nonzero()
    assert seen.amin(dim=0).tolist() == [top, left]
    assert (seen.amax(dim=0) + 1).tolist() == [bottom, right]


@pytest.mark.parametrize(
    "convolution",
    [
        nn.Conv2d(4, 4, 3, dilation=2, groups=2),
        nn.Conv2d(4, 2, (3, 5), padding="same"),
        nn.Conv2d(4, 2, 3, stride=2, padding=1, padding_mode="reflect"),
        nn.ConvTranspose2d(4, 2, 3, stride=2),
    ],
    ids=["dilated", "same", "reflecting", "transposed"],
)
def test_boxes_of_every_kind_of_convolution_are_those_of_its_gradient(convolution):
    network = nn.Sequential(convolution).eval()
    image = torch.rand(1, 4, 9, 9, requires_grad=True)
    network(image)[0, 1, 3, 3].backward()

    top, left, bottom, right = receptive_boxes(network, "0", image)[1, 3, 3].tolist()

    seen = image.grad[0].abs().sum(dim=0).nonzero()
    assert seen.amin(dim=0).tolist() == [top, left]
    assert (seen.amax(dim=0) + 1).tolist() == [bottom, right]


def test_a_unit_that_sees_all_maps_sees_the_whole_image():
    network, _ = grown("residual")

    boxes = receptive_boxes(network, "scores", images(1))

    assert boxes.shape == (10, 1, 1, 4)
    assert boxes.flatten(0, 2).unique(dim=0).tolist() == [[0, 0, 16, 16]]


def test_channels_of_different_branches_have_boxes_of_their_own():
    class Branches(nn.Module):
        def __init__(self):
            super().__init__()
            self.near, self.far = nn.Conv2d(1, 1, 1), nn.Conv2d(1, 1, 5, padding=2)
            self.both = nn.Identity()

        def forward(self, some):
            return self.both(torch.cat([self.near(some), self.far(some)], dim=1))

    boxes = receptive_boxes(Branches().eval(), "both", torch.rand(1, 1, 9, 9))

    assert boxes[:, 4, 4].tolist() == [[4, 4, 5, 5], [2, 2, 7, 7]]


def test_closed_activations_and_weights_of_zero_hide_nothing():
    class Closed(nn.Module):
        def __init__(self):
            super().__init__()
            self.conv = nn.Conv2d(1, 1, 3)
            nn.init.zeros_(self.conv.weight)
            nn.init.constant_(self.conv.bias, -1)
            self.last = nn.Identity()

        def forward(self, some):
            return self.last(functional.max_pool2d(functional.relu(self.conv(some)), 2))

    boxes = receptive_boxes(Closed().eval(), "last", torch.rand(1, 1, 8, 8))

    assert boxes[0, 1, 1].tolist() == [2, 2, 6, 6]


def test_a_unit_that_sees_only_padding_has_an_empty_box():
    network = nn.Sequential(nn.Conv2d(1, 1, 1, padding=1)).eval()

    boxes = receptive_boxes(network, "0", torch.rand(1, 1, 3, 3))

    assert boxes[0, 0, 0].tolist() == [0, 0, 0, 0]
    assert boxes[0, 1, 1].tolist() == [0, 0, 1, 1]
