"""What pattern maximisation promises of every network, and what it refuses."""

import pytest
import torch
from torch import nn

from cnnviz.methods.maximise import maximise
from tests.zoo import ZOO, grown, state

MANNERS = pytest.mark.parametrize("manner", ["plain", "natural"])
ZOO_LAYERS = pytest.mark.parametrize("kind", ZOO)


def patterns(kind="in_place", units=(1, 4), layer=None, **options):
    network, zoo_layer = grown(kind)
    return maximise(network, layer or zoo_layer, list(units), 16, **({"steps": 3} | options))


@MANNERS
@ZOO_LAYERS
def test_a_pattern_depends_on_neither_the_batch_nor_what_else_is_asked_for(manner, kind):
    together = patterns(kind, (5, 1, 3), manner=manner, batch=3).images

    alone = [patterns(kind, (unit,), manner=manner).images for unit in (5, 1, 3)]
    in_turn = patterns(kind, (5, 1, 3), manner=manner, batch=2).images

    torch.testing.assert_close(together, torch.cat(alone))
    torch.testing.assert_close(together, in_turn)


@MANNERS
def test_is_fixed_by_its_seed(manner):
    torch.manual_seed(3)
    first = patterns(manner=manner).images
    torch.manual_seed(4)
    again, another = (patterns(manner=manner, seed=seed).images for seed in (0, 1))

    assert first.equal(again)
    assert not torch.allclose(first, another, atol=1e-3)


@MANNERS
@ZOO_LAYERS
def test_leaves_the_network_and_the_callers_randomness_as_they_were(manner, kind):
    network, layer = grown(kind)
    before = state(network)

    maximise(network, layer, [0, 5], 16, steps=2, manner=manner)

    assert state(network) == before


@ZOO_LAYERS
def test_leaves_the_network_as_it_was_also_after_an_error(kind):
    network, layer = grown(kind)
    before = state(network)
    seen = []

    def prepare(images):
        seen.append(images)
        if len(seen) == 3:
            raise RuntimeError("in the second step")
        return images

    with pytest.raises(RuntimeError, match="in the second step"):
        maximise(network, layer, [0, 5], 16, prepare=prepare)

    assert state(network) == before


@MANNERS
def test_frozen_weights_and_contexts_without_gradients_change_nothing(manner):
    network, layer = grown("hardswish")
    expected = maximise(network, layer, [1], 16, steps=2, manner=manner).images

    network.requires_grad_(False)
    frozen = maximise(network, layer, [1], 16, steps=2, manner=manner)
    with torch.no_grad():
        without = maximise(network, layer, [1], 16, steps=2, manner=manner)
    with torch.inference_mode():
        inference = maximise(network, layer, [1], 16, steps=2, manner=manner)

    for found in (frozen, without, inference):
        assert found.images.equal(expected)
        assert not found.images.requires_grad
        assert not found.images.is_inference()


def test_a_network_in_training_mode_is_refused_with_the_cure():
    network, layer = grown("residual")

    with pytest.raises(
        ValueError, match=r"maximise needs a network in evaluation mode.*network\.eval\(\)"
    ):
        maximise(network.train(), layer, [1], 16)


@pytest.mark.parametrize("units", [[3, 8], [-1], []])
def test_units_that_do_not_exist_are_named(units):
    absent = {8: "[8]", -1: "[-1]"}.get(units[-1] if units else None, "none")

    with pytest.raises(ValueError, match="units 0 to 7") as error:
        patterns(units=units)

    assert f"but {absent} were asked for" in str(error.value)


def test_a_misspelt_manner_or_layer_is_answered_with_the_near_miss():
    with pytest.raises(KeyError, match="Did you mean 'natural'"):
        patterns(manner="naturl")
    with pytest.raises(KeyError, match="Did you mean 'conv2'"):
        patterns(layer="conv_2")


def test_a_layer_without_units_is_refused():
    network = nn.Sequential(nn.Flatten(2), nn.ReLU()).eval()

    with pytest.raises(ValueError, match=r"'1' gives \(1, 3, 256\), but units need"):
        maximise(network, "1", [0], 16)


def test_a_size_that_the_network_does_not_take_is_told():
    network, _ = grown("in_place")

    with pytest.raises(RuntimeError) as error:
        maximise(network, "scores", [0], 20)

    assert "the network was given a picture of (3, 20, 20)" in error.value.__notes__


def test_weights_that_are_no_numbers_give_no_picture():
    network, layer = grown("in_place")
    network.conv1.weight.data[0, 0, 0, 0] = torch.nan

    with pytest.raises(ArithmeticError, match="no longer made of numbers"):
        maximise(network, layer, [0], 16, steps=1)
