"""A network's table says what its sources' tables say, and how far each layer really sees."""

from collections import OrderedDict

import pytest
import torch
from torch import nn
from torch.nn import functional
from torchvision.models import get_model_weights

from cnnviz.methods.receptive_field import receptive_boxes
from cnnviz.models import network
from cnnviz.models.layers import layer_names, layer_table
from cnnviz.models.published import NAMES


def table(module, *image_shape):
    return {layer.name: layer for layer in layer_table(module.eval(), image_shape)}


def weightless(name):
    """Build a network without weights: its table needs none."""
    with torch.device("meta"):
        return network(name)


class Residual(nn.Module):
    """Two convolutions beside a shortcut of another stride and padding, with one ReLU for both."""

    def __init__(self, stride=2):
        super().__init__()
        self.conv1 = nn.Conv2d(2, 3, 5, stride=stride, padding=2, bias=False)
        self.conv2 = nn.Conv2d(3, 3, 3, padding=1, bias=False)
        self.shortcut = nn.Conv2d(2, 3, 1, stride=stride, bias=False)
        self.relu = nn.ReLU(inplace=True)

    def forward(self, images):
        maps = self.conv2(self.relu(self.conv1(images)))
        maps += self.shortcut(images)
        return self.relu(maps)


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


CHAIN = nn.Sequential(
    nn.Conv2d(2, 3, 5, stride=2, padding=1, bias=False),
    nn.ReLU(),
    nn.AvgPool2d(3, stride=2, padding=1),
    nn.Conv2d(3, 3, 3, groups=3, bias=False),
)


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


def test_lenet5_has_cabrals_table():
    rows = table(network("lenet5"), 3, 32, 32).values()

    assert [r.parameters for r in rows if r.parameters] == [608, 3_216, 48_120, 10_164, 850]
    shapes = [r.shape for r in rows if r.kind in ("Conv2d", "MaxPool2d", "Linear")]
    maps = [(8, 28, 28), (8, 14, 14), (16, 10, 10), (16, 5, 5)]
    assert shapes == [*maps, (120,), (84,), (10,)]


def test_simple_cnns_parameters_add_up_to_those_of_the_notes():
    rows = table(network("simple_cnn"), 1, 28, 28).values()

    assert sum(row.parameters for row in rows) == 1_853_034


def test_chollets_convnet_shrinks_as_his_table_says():
    rows = table(network("chollet_convnet"), 3, 150, 150)

    sides = [r.shape[1] for r in rows.values() if r.kind in ("Conv2d", "MaxPool2d")]
    assert sides == [148, 74, 72, 36, 34, 17, 15, 7]
    assert rows["flatten"].shape == (6_272,)


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


@pytest.mark.parametrize("name", NAMES)
def test_multiply_adds_are_those_that_torchvision_counts(name):
    rows = table(weightless(name), 3, 224, 224).values()

    published = get_model_weights(name)["DEFAULT"].meta["_ops"] * 1e9
    assert sum(row.multiply_adds for row in rows) == pytest.approx(published, rel=0.02)


def test_multiply_adds_of_groups_and_dilation_are_counted_by_hand():
    """Each of 6 × 5 × 5 values takes its group's 2 channels × 9; dilation costs nothing."""
    module = nn.Sequential(nn.Conv2d(4, 6, 3, groups=2, dilation=2))

    assert table(module, 4, 9, 9)["0"].multiply_adds == 6 * 5 * 5 * 2 * 9


def test_multiply_adds_of_a_transposed_convolution_are_counted_by_hand():
    """Each of 2 × 4 × 4 values is given to 3 channels × 2 × 2 places."""
    module = nn.Sequential(nn.ConvTranspose2d(2, 3, 2, stride=2))

    assert table(module, 2, 4, 4)["0"].multiply_adds == 2 * 4 * 4 * 3 * 2 * 2


def test_after_squeeze_and_excitation_a_unit_sees_the_whole_image():
    rows = table(Squeezed(), 1, 32, 32)

    seen = [(rows[name].receptive_field, rows[name].jump) for name in ("conv1", "weigh", "conv2")]
    assert seen == [(3, 2), (None, None), (None, 2)]


def test_normalised_by_its_own_statistics_a_unit_sees_the_whole_image():
    module = nn.Sequential(nn.Conv2d(1, 2, 3), nn.InstanceNorm2d(2), nn.Conv2d(2, 2, 3))

    rows = table(module, 1, 16, 16).values()

    assert [row.receptive_field for row in rows] == [3, None, None]


def test_places_end_where_maps_are_flattened():
    rows = table(network("lenet5"), 3, 32, 32)

    ends = [(r.receptive_field, r.jump) for r in rows.values()][6:]
    assert set(ends) == {(None, None)}


def test_a_layer_that_runs_twice_has_one_row_at_its_last_run():
    rows = layer_table(Residual().eval(), (2, 64, 64))

    assert [row.name for row in rows] == ["conv1", "conv2", "shortcut", "relu"]
    assert rows[-1].receptive_field == 9


@pytest.mark.parametrize("name", ["mobilenet_v3_small", "efficientnet_lite0", "vgg16"])
def test_the_layers_parameters_add_up_to_the_networks(name):
    module = weightless(name)

    rows = table(module, 3, 224, 224).values()

    assert sum(row.parameters for row in rows) == sum(w.numel() for w in module.parameters())


def test_a_table_is_the_same_with_weights_and_without():
    assert table(network("squeezenet1_1"), 3, 64, 64) == table(
        weightless("squeezenet1_1"), 3, 64, 64
    )


def test_a_network_in_training_mode_is_refused():
    """Batch norm would take the black image into its statistics."""
    module = nn.Sequential(OrderedDict(norm=nn.BatchNorm2d(1))).eval()
    module.get_submodule("norm").train()

    with pytest.raises(ValueError, match=r"evaluation mode: call network\.eval"):
        layer_table(module, (1, 4, 4))


def hooks(module):
    return [part._forward_hooks for part in module.modules() if part._forward_hooks]


def test_the_network_is_left_as_it_was_found():
    module = network("resnet18").eval()
    before = {name: tensor.clone() for name, tensor in module.state_dict().items()}

    layer_table(module, (3, 64, 64))

    assert not hooks(module)
    assert all(weights.requires_grad and weights.grad is None for weights in module.parameters())
    torch.testing.assert_close(dict(module.state_dict()), before)


def test_no_hook_stays_where_the_image_does_not_fit():
    module = network("lenet5").eval()

    with pytest.raises(RuntimeError) as caught:
        layer_table(module, (1, 32, 32))

    assert not hooks(module)
    assert caught.value.__notes__ == ["layer_table gave the network one image of (1, 32, 32)"]


def test_layer_names_are_those_of_blocks_and_of_what_is_in_them():
    names = layer_names(weightless("resnet18"))

    assert {"layer4", "layer4.1", "layer4.1.conv2"} <= set(names)
    assert "" not in names
