"""The networks are those of the sources, to the last parameter."""

import pytest
import torch
from torch.nn.functional import pad

from cnnviz.choice import UnknownName
from cnnviz.models import NETWORKS, network
from cnnviz.models.lenet5 import lenet5
from cnnviz.models.mlp import mlp
from cnnviz.models.simple_cnn import simple_cnn


def parameters(module):
    return sum(parameter.numel() for parameter in module.parameters())


def by_layer(network):
    counts = {name: parameters(layer) for name, layer in network.named_children()}
    return {name: count for name, count in counts.items() if count}


def fitting(name):
    """Give a small network of that name, in evaluation mode, and two images for it."""
    torch.manual_seed(0)
    options = {"lenet5": {"channels": 1, "size": 28}}.get(name, {})
    return network(name, **options).eval(), torch.rand(2, 1, 28, 28)


def test_lenet5_has_the_parameters_of_cabrals_table():
    counts = by_layer(lenet5())

    assert list(counts.values()) == [608, 3_216, 48_120, 10_164, 850]
    assert sum(counts.values()) == 62_958


def test_lenet5_for_digits_differs_only_in_its_first_filters():
    """One channel instead of three saves 8 × 25 × 2 weights; the later layers are the same."""
    counts = by_layer(lenet5(channels=1, size=28))

    assert list(counts.values()) == [208, 3_216, 48_120, 10_164, 850]


def test_lenet5_sees_digits_as_if_they_had_a_border_of_two_zeros():
    """LeCun et al. 1998, section II.B: the 28 px digits stand in images of 32 px."""
    small, large = lenet5(channels=1, size=28), lenet5(channels=1, size=32)
    large.load_state_dict(small.state_dict())
    images = torch.rand(2, 1, 28, 28)

    torch.testing.assert_close(small(images), large(pad(images, (2, 2, 2, 2))))


def test_lenet5_refuses_a_size_that_it_was_not_made_for():
    with pytest.raises(ValueError, match="28 or 32 px, not 30"):
        lenet5(size=30)


def test_simple_cnn_has_the_parameters_of_martins_notes():
    assert parameters(simple_cnn()) == 1_853_034


def test_simple_cnn_flattens_to_14_400():
    flat = simple_cnn()[:5](torch.rand(1, 1, 28, 28))

    assert flat.shape == (1, 14_400)


def test_mlp_has_a_weight_for_every_pixel_and_unit():
    counts = by_layer(mlp(channels=3, size=4, hidden=5, classes=2))

    assert counts == {"dense1": 3 * 16 * 5 + 5, "scores": 5 * 2 + 2}


@pytest.mark.parametrize("name", NETWORKS)
def test_gives_each_image_a_score_for_each_digit(name):
    module, images = fitting(name)

    assert module(images).shape == (2, 10)


@pytest.mark.parametrize("name", NETWORKS)
def test_answers_an_image_as_if_it_were_alone(name):
    module, images = fitting(name)

    together = module(images)

    alone = torch.cat([module(image[None]) for image in images])
    torch.testing.assert_close(together, alone)


def test_an_unknown_network_is_told_with_its_near_miss():
    with pytest.raises(UnknownName, match=r"no network 'lenet'\. Did you mean 'lenet5'"):
        network("lenet")


def test_options_reach_the_networks_own_function():
    assert network("mlp", hidden=7).get_submodule("dense1").out_features == 7
