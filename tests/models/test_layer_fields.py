"""How far a layer sees is what is measured, and what is published."""

import pytest
import torch
from torch import nn
from torch.nn import functional

from cnnviz.methods.receptive_field import receptive_boxes
from cnnviz.models import network
from cnnviz.models.layers import layer_table
from tests.models.test_layers import Residual, table, weightless

CHAIN = nn.Sequential(
    nn.Conv2d(2, 3, 5, stride=2, padding=1, bias=False),
    nn.ReLU(),
    nn.AvgPool2d(3, stride=2, padding=1),
    nn.Conv2d(3, 3, 3, groups=3, bias=False),
)


class Branches(nn.Module):
    """Dilated, long, padded on one side: what the branches see lies around different centres."""

    def __init__(self):
        super().__init__()
        self.dilated = nn.Conv2d(2, 2, 3, dilation=3, bias=False)
        self.long = nn.Conv2d(2, 2, (1, 7), bias=False)
        self.pool = nn.AvgPool2d(3, stride=2)
        self.last = nn.Conv2d(4, 2, 2, bias=False)

    def forward(self, images):
        dilated = self.dilated(functional.pad(images, (0, 6, 6, 0)))
        joined = torch.cat([dilated, self.long(functional.pad(images, (6, 0)))], dim=1)
        return self.last(self.pool(joined))


class Squeezed(nn.Module):
    """A convolution whose channels are weighed by what the whole image says."""

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 4, 3, stride=2)
        self.weigh = nn.Conv2d(4, 4, 1)
        self.conv2 = nn.Conv2d(4, 4, 3)

    def forward(self, images):
        maps = self.conv1(images)
        return self.conv2(maps * self.weigh(maps.mean(dim=(2, 3), keepdim=True)).sigmoid())


def measured(module, size=64):
    """Measure how wide the pixels lie that move a unit in the middle, with positive weights."""
    module = module.double().eval()
    for weights in module.parameters():
        weights.data = torch.rand_like(weights) + 0.1
    image = torch.ones(1, 2, size, size, dtype=torch.float64, requires_grad=True)
    maps = module(image)
    maps[0, :, maps.shape[2] // 2, maps.shape[3] // 2].sum().backward()
    seen = image.grad[0].sum(dim=0).nonzero()
    return int((seen.amax(dim=0) - seen.amin(dim=0) + 1).max())


@pytest.mark.parametrize("module", [CHAIN, Residual(), Residual(stride=1), Branches()])
def test_a_receptive_field_is_as_wide_as_the_pixels_that_move_a_unit(module):
    *_, last = layer_table(module.eval(), (2, 64, 64))

    assert last.receptive_field == measured(module)


@pytest.mark.parametrize(
    ("name", "block"),
    [
        ("efficientnet_lite0", "features.3.0"),
        ("resnet18", "layer1.1"),
        ("squeezenet1_1", "features.4"),
    ],
)
def test_a_receptive_field_is_as_wide_as_the_box_that_is_measured(name, block):
    """The table follows the operations; `receptive_boxes` marks pixels and sees who notices."""
    module = network(name).eval()

    boxes = receptive_boxes(module, block, torch.zeros(1, 3, 64, 64))

    rows = [row for row in layer_table(module, (3, 64, 64)) if row.name.startswith(block)]
    middle = boxes[:, boxes.shape[1] // 2, boxes.shape[2] // 2]
    width = int(middle[:, 3].max() - middle[:, 1].min())  # of all channels: branches may differ
    assert max(row.receptive_field for row in rows) == width


def test_chollets_third_convolution_sees_18_pixels():
    """3, then 4, 8, 10 and 10 + 2 · 4, as strides multiply."""
    rows = table(network("chollet_convnet"), 3, 150, 150)

    assert (rows["conv3"].receptive_field, rows["conv3"].jump) == (18, 4)


def test_alexnets_layers_see_as_far_as_published():
    """Araujo, Norris & Sim 2019 and their table of AlexNet, whose pool5 sees 195 px."""
    rows = table(weightless("alexnet"), 3, 224, 224).values()

    windows = [r.receptive_field for r in rows if r.kind in ("Conv2d", "MaxPool2d")]
    assert windows == [11, 19, 51, 67, 99, 131, 163, 195]


@pytest.mark.parametrize(
    ("name", "layer", "size"), [("vgg16", "features.30", 212), ("resnet18", "layer4.1.relu", 435)]
)
def test_the_last_maps_see_as_far_as_published(name, layer, size):
    rows = table(weightless(name), 3, 224, 224)

    assert (rows[layer].receptive_field, rows[layer].jump) == (size, 32)


def test_after_squeeze_and_excitation_a_unit_sees_the_whole_image():
    rows = table(Squeezed(), 1, 32, 32)

    seen = [(rows[name].receptive_field, rows[name].jump) for name in ("conv1", "weigh", "conv2")]
    assert seen == [(3, 2), (None, None), (None, 2)]


def test_normalised_by_its_own_statistics_a_unit_sees_the_whole_image():
    module = nn.Sequential(nn.Conv2d(1, 2, 3), nn.InstanceNorm2d(2), nn.Conv2d(2, 2, 3))

    rows = table(module, 1, 16, 16).values()

    assert [row.receptive_field for row in rows] == [3, None, None]
