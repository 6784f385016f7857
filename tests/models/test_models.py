"""The networks are those of the sources, to the last parameter."""

import ast
from pathlib import Path

import pytest
import torch
from torch import nn
from torch.nn.functional import pad
from torchvision.models import get_model_weights

from cnnviz import models
from cnnviz.choice import UnknownName
from cnnviz.models import fitted, network
from cnnviz.models.architecture import names
from cnnviz.models.imagenet import class_names
from cnnviz.models.networks.chollet_convnet import chollet_convnet
from cnnviz.models.networks.lenet5 import lenet5
from cnnviz.models.networks.lenet5_1998 import lenet5_1998
from cnnviz.models.networks.mlp import mlp
from cnnviz.models.networks.simple_cnn import simple_cnn
from cnnviz.models.published import NAMES

DIGIT_SIZED = ("lenet5", "lenet5_1998", "lenet5_strided", "mlp", "simple_cnn")
LARGE = ("alexnet", "vgg16")  # seconds to fill with random weights


def parameters(module):
    return sum(parameter.numel() for parameter in module.parameters())


def by_layer(network):
    counts = {name: parameters(layer) for name, layer in network.named_children()}
    return {name: count for name, count in counts.items() if count}


def fitting(name, classes=10):
    """Give a network of that name, in evaluation mode, and two images that it was fitted to."""
    torch.manual_seed(0)
    images = torch.rand(2, 1, 28, 28) if name in DIGIT_SIZED else torch.rand(2, 3, 64, 64)
    return fitted(name, images, classes).eval(), images


def test_lenet5_has_the_parameters_of_cabrals_table():
    counts = by_layer(lenet5())

    assert list(counts.values()) == [608, 3_216, 48_120, 10_164, 850]
    assert sum(counts.values()) == 62_958


def test_lenet5_for_digits_differs_only_in_its_first_filters():
    """One channel instead of three saves 8 × 25 × 2 weights; the later layers are the same."""
    counts = by_layer(lenet5(channels=1, size=28))

    assert list(counts.values()) == [208, 3_216, 48_120, 10_164, 850]


@pytest.mark.parametrize("build", [lenet5, lenet5_1998])
def test_lenet5_sees_digits_as_if_they_had_a_border_of_two_zeros(build):
    """LeCun et al. 1998, section II.B: the 28 px digits stand in images of 32 px."""
    small, large = build(channels=1, size=28), build(channels=1, size=32)
    large.load_state_dict(small.state_dict())
    images = torch.rand(2, 1, 28, 28)

    torch.testing.assert_close(small(images), large(pad(images, (2, 2, 2, 2))))


@pytest.mark.parametrize("build", [lenet5, lenet5_1998])
def test_lenet5_refuses_a_size_that_it_was_not_made_for(build):
    with pytest.raises(ValueError, match="28 or 32 px, not 30"):
        build(size=30)


def test_lenet5_of_1998_has_61_706_parameters():
    counts = by_layer(lenet5_1998())

    assert list(counts.values()) == [156, 2_416, 48_120, 10_164, 850]
    assert sum(counts.values()) == 61_706


def test_lenet5_without_pooling_keeps_one_value_where_pooling_compares_four():
    """Then it is the same network: its largest value is the only one."""
    strided = network("lenet5_strided", channels=1, size=28).eval()
    pooled = network("lenet5", channels=1, size=28).eval()
    pooled.load_state_dict(strided.state_dict())
    pooled.pool1, pooled.pool2 = nn.MaxPool2d(1, stride=2), nn.MaxPool2d(1, stride=2)
    images = torch.rand(2, 1, 28, 28)

    torch.testing.assert_close(strided(images), pooled(images))


def test_chollets_convnet_has_the_parameters_of_his_table():
    counts = by_layer(chollet_convnet())

    assert list(counts.values()) == [896, 18_496, 73_856, 147_584, 3_211_776, 513]
    assert sum(counts.values()) == 3_453_121


def test_chollets_convnet_takes_any_size_that_leaves_a_pixel():
    """46 px are the least: (((46 − 2)/2 − 2)/2 − 2)/2 − 2 = 2 px, which the last pooling joins."""
    smallest = chollet_convnet(channels=1, size=46, classes=2)

    assert smallest(torch.rand(1, 1, 46, 46)).shape == (1, 2)
    with pytest.raises(ValueError, match="46 px or more, not 45"):
        chollet_convnet(size=45)


def test_simple_cnn_has_the_parameters_of_martins_notes():
    assert parameters(simple_cnn()) == 1_853_034


def test_simple_cnn_flattens_to_14_400():
    flat = simple_cnn()[:5](torch.rand(1, 1, 28, 28))

    assert flat.shape == (1, 14_400)


def test_mlp_has_a_weight_for_every_pixel_and_unit():
    counts = by_layer(mlp(channels=3, size=4, hidden=5, classes=2))

    assert counts == {"dense1": 3 * 16 * 5 + 5, "scores": 5 * 2 + 2}


@pytest.mark.parametrize("name", NAMES)
def test_networks_of_torchvision_have_the_parameters_that_it_publishes(name):
    with torch.device("meta"):
        count = parameters(network(name))

    assert count == get_model_weights(name)["DEFAULT"].meta["num_params"]


@pytest.mark.parametrize("name", names())
def test_gives_each_image_a_score_for_each_class(name):
    with torch.device("meta"):
        module, images = fitting(name)

        assert module(images).shape == (2, 10)


@pytest.mark.parametrize("name", [name for name in names() if name not in LARGE])
def test_answers_an_image_as_if_it_were_alone(name):
    module, images = fitting(name)

    together = module(images)

    alone = torch.cat([module(image[None]) for image in images])
    torch.testing.assert_close(together, alone, rtol=1e-4, atol=1e-5)


def test_an_unknown_network_is_told_with_its_near_miss():
    with pytest.raises(UnknownName, match=r"no network 'lenet'\. Did you mean 'lenet5'"):
        network("lenet")


def test_an_unknown_option_is_told_with_its_near_miss():
    with pytest.raises(UnknownName, match=r"no option of mlp 'hiden'\. Did you mean 'hidden'"):
        network("mlp", hiden=7)


def test_options_reach_the_networks_own_function():
    assert network("mlp", hidden=7).get_submodule("dense1").out_features == 7


def test_imagenets_classes_have_their_names_in_the_order_of_the_scores():
    names = class_names("imagenet")

    assert len(names) == 1000
    assert (names[281], names[282], names[967]) == ("tabby", "tiger cat", "espresso")


def test_no_module_imports_torchvision_before_it_is_needed():
    """It takes as long to import as torch itself, in every worker that trains a small network."""
    for file in Path(models.__file__).parent.rglob("*.py"):
        imports = [node for node in ast.parse(file.read_text()).body if "Import" in str(node)]

        assert not any("torchvision" in ast.unparse(line) for line in imports), file
