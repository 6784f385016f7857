"""A network's table says what its sources' tables say, and how far each layer really sees."""

from collections import OrderedDict

import pytest
import torch
from torch import nn
from torchvision.models import get_model_weights

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
