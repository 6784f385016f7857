"""Nearest neighbours are scipy's, and equally near ones come in their order."""

import pytest
import torch
from scipy.spatial.distance import cdist

from cnnviz.methods import nearest as module
from cnnviz.methods.nearest import nearest


def vectors(count, seed):
    return torch.rand(count, 5, generator=torch.Generator().manual_seed(seed)).double() - 0.3


@pytest.mark.parametrize("metric", ["euclidean", "cosine"])
def test_distances_and_order_are_scipys(metric):
    features, queries = vectors(40, 0), vectors(7, 1)

    distances, indices = nearest(features, queries, 6, metric)

    expected = torch.from_numpy(cdist(queries, features, metric)).sort(dim=1)
    torch.testing.assert_close(distances, expected.values[:, :6])
    assert indices.equal(expected.indices[:, :6])


@pytest.mark.parametrize("held", [1, 100, 2**24])
def test_is_the_same_whatever_is_held_in_memory_at_once(monkeypatch, held):
    expected = nearest(vectors(40, 0), vectors(7, 1), 3)
    monkeypatch.setattr(module, "DISTANCES", held)

    found = nearest(vectors(40, 0), vectors(7, 1), 3)

    assert all(now.equal(then) for now, then in zip(found, expected, strict=True))


@pytest.mark.parametrize("metric", ["euclidean", "cosine"])
def test_equally_near_ones_come_in_their_order(metric):
    features = vectors(3, 0).float().repeat(50, 1)

    _, indices = nearest(features, features[1:2], 50, metric)

    assert indices[0].tolist() == list(range(1, 150, 3))


@pytest.mark.parametrize("metric", ["euclidean", "cosine"])
def test_a_query_among_the_images_finds_itself_at_distance_zero(metric):
    features = vectors(30, 0).float() * 1000

    distances, indices = nearest(features, features, 1, metric)

    assert indices[:, 0].equal(torch.arange(30))
    assert distances.count_nonzero() == 0


def test_the_cosine_does_not_see_lengths():
    features, queries = vectors(30, 0), vectors(5, 1)

    longer, _ = nearest(features * 3, queries * 7, 4, "cosine")

    torch.testing.assert_close(longer, nearest(features, queries, 4, "cosine")[0])


def test_whole_images_are_compared_by_their_pixels():
    images = torch.rand(6, 3, 4, 4)

    found = nearest(images, images[:2], 3)

    flat = nearest(images.flatten(1), images[:2].flatten(1), 3)
    assert all(now.equal(then) for now, then in zip(found, flat, strict=True))


@pytest.mark.parametrize("k", [0, 4])
def test_refuses_more_neighbours_than_there_are(k):
    with pytest.raises(ValueError, match=f"the {k} nearest of 3 images"):
        nearest(vectors(3, 0), vectors(1, 1), k)


def test_refuses_a_direction_of_nothing():
    with pytest.raises(ValueError, match="a vector of zeros has no direction"):
        nearest(torch.zeros(3, 5), torch.ones(1, 5), 1, "cosine")


def test_refuses_features_that_are_not_numbers():
    with pytest.raises(ValueError, match="not finite numbers"):
        nearest(torch.full((3, 5), torch.nan), torch.ones(1, 5), 1)
