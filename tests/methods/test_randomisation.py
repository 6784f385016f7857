"""The cascade forgets one layer after the other, and tells how much of the maps is left."""

import numpy as np
import pytest
import torch
from scipy.stats import spearmanr
from skimage.metrics import structural_similarity as reference_similarity
from torch import nn

from cnnviz.choice import UnknownName
from cnnviz.methods.randomisation import (
    randomisation,
    rank_correlation,
    structural_similarity,
)
from cnnviz.recording import output_of
from tests.zoo import ZOO, grown, images, state


def rough(levels=None, side=9, seed=0):
    """Give two random maps, of so many different values that some are equal."""
    maps = torch.rand(2, side, side, generator=torch.Generator().manual_seed(seed)).double()
    return maps if levels is None else (maps * levels).floor()


def shown(layer="conv1"):
    return lambda network: output_of(network, layer, images())[:, 0]


def edges(network):
    """Give maps that know nothing of the network, like an edge detector's."""
    return images()[:, 0]


@pytest.mark.parametrize("levels", [None, 3])
def test_the_rank_correlation_is_scipys(levels):
    maps, others = rough(levels, seed=0), rough(levels, seed=1)

    found = rank_correlation(maps, others)

    pairs = zip(maps.flatten(1), others.flatten(1), strict=True)
    expected = [spearmanr(*pair).statistic for pair in pairs]
    np.testing.assert_allclose(found.numpy(), expected, atol=1e-12)


def test_the_rank_correlation_sees_nothing_but_the_order():
    maps = rough()

    torch.testing.assert_close(rank_correlation(maps, maps.exp()), torch.ones(2).double())
    torch.testing.assert_close(rank_correlation(maps, -(maps**3)), -torch.ones(2).double())


def test_a_constant_map_has_the_rank_correlation_zero():
    assert rank_correlation(rough(), torch.ones(2, 9, 9).double()).tolist() == [0, 0]


@pytest.mark.parametrize("side", [5, 7, 8, 20])
def test_the_structural_similarity_is_scikit_images(side):
    maps, others = rough(side=side, seed=0), rough(side=side, seed=1)
    others = others + maps

    found = structural_similarity(maps, others)

    expected = []
    for pair in zip(maps.numpy(), others.numpy(), strict=True):
        stretched = [(each - each.min()) / (each.max() - each.min()) for each in pair]
        window = min(7, side)
        expected.append(reference_similarity(*stretched, win_size=window, data_range=1))
    np.testing.assert_allclose(found.numpy(), expected, atol=1e-10)


def test_a_map_is_wholly_similar_to_itself_and_to_itself_stretched():
    torch.testing.assert_close(
        structural_similarity(rough(), 3 * rough() - 1), torch.ones(2).double()
    )


def test_maps_that_ignore_the_network_never_change():
    """An edge detector fails the check: this is what it was made to find."""
    network, _ = grown("in_place")

    cascade = randomisation(network, edges, seed=0)

    torch.testing.assert_close(cascade.correlations, torch.ones(4, 3).double())
    torch.testing.assert_close(cascade.similarities, torch.ones(4, 3).double())


def test_maps_of_a_layer_change_only_when_the_cascade_reaches_it():
    network, _ = grown("in_place")

    cascade = randomisation(network, shown("conv1"), seed=0)

    assert cascade.layers == ("scores", "conv2", "conv1")
    torch.testing.assert_close(cascade.correlations[:3], torch.ones(3, 3).double())
    assert (cascade.correlations[3] < 0.99).all()


def test_at_the_end_nothing_is_left_of_what_was_learned():
    """Two networks of the same kind, with other weights, end in the same random network."""
    first, other = grown("residual")[0], grown("residual")[0]
    for weights in other.parameters():
        weights.data += 1

    ends = [randomisation(each, shown("bn2"), seed=0).maps[-1] for each in (first, other)]

    torch.testing.assert_close(*ends)


def test_the_layers_begin_anew_as_pytorch_initialises_them():
    fresh = nn.Sequential(nn.Conv2d(3, 1, 3, bias=False)).double().eval()
    network = nn.Sequential(nn.Conv2d(3, 1, 3, bias=False)).double().eval()

    end = randomisation(network, lambda each: each(images())[:, 0], seed=5).maps[-1]

    with torch.random.fork_rng():
        torch.manual_seed(5)
        fresh[0].reset_parameters()
    assert end.equal(fresh(images())[:, 0])


def test_weights_without_a_beginning_are_shuffled():
    class Scale(nn.Module):
        def __init__(self):
            super().__init__()
            self.weights = nn.Parameter(torch.arange(12.0).double())

        def forward(self, some):
            return some[:, 0] * self.weights.repeat(2)[:16]

    network = nn.Sequential(Scale()).eval()

    rows = randomisation(network, lambda each: each(torch.ones(1, 3, 16, 16)), seed=0).maps[1, 0, 0]

    assert rows[:12].sort().values.tolist() == list(range(12))
    assert rows[:12].tolist() != list(range(12))


def test_is_fixed_by_its_seed():
    network, layer = grown("in_place")

    first, again, another = (
        randomisation(network, shown(layer), seed=seed).maps for seed in (0, 0, 1)
    )

    assert first.equal(again)
    assert not first[1:].equal(another[1:])


def test_a_method_that_draws_at_random_draws_alike_at_every_depth():
    network, _ = grown("in_place")

    cascade = randomisation(network, lambda _: torch.rand(2, 5, 5), seed=0)

    assert all(maps.equal(cascade.maps[0]) for maps in cascade.maps)


def test_layers_can_be_named():
    network, layer = grown("hardswish")

    cascade = randomisation(network, shown(layer), seed=0, layers=["conv2", "bn1"])

    assert cascade.layers == ("conv2", "bn1")
    assert cascade.maps[1].equal(cascade.maps[0])


@pytest.mark.parametrize("kind", ZOO)
def test_leaves_the_network_as_it_was_also_after_an_error(kind):
    network, layer = grown(kind)
    before = state(network)

    randomisation(network, shown(layer), seed=0)
    with pytest.raises(UnknownName):
        randomisation(network, shown("missing"), seed=0)

    assert state(network) == before


def test_works_inside_inference_mode():
    network, layer = grown("residual")
    expected = randomisation(network, shown(layer), seed=0)

    with torch.inference_mode():
        found = randomisation(network, shown(layer), seed=0)

    assert found.correlations.equal(expected.correlations)


def test_refuses_training_mode():
    with pytest.raises(ValueError, match="randomisation needs a network in evaluation mode"):
        randomisation(grown("residual")[0].train(), edges, seed=0)


def test_refuses_maps_that_are_not_numbers():
    network, _ = grown("in_place")

    with pytest.raises(ValueError, match="not finite numbers"):
        randomisation(network, lambda _: torch.full((1, 4, 4), torch.nan), seed=0)
