"""Neighbours in feature space are scikit-learn's, and so is the plane they are drawn in."""

import numpy as np
import pytest
import torch
from sklearn.decomposition import PCA
from sklearn.neighbors import NearestNeighbors

from cnnviz.lessons.shared.digits import tensors
from cnnviz.lessons.shared.repeats import summary
from cnnviz.lessons.shared.trained import trained_network
from cnnviz.lessons.what_excites_a_feature import neighbours
from cnnviz.pipeline.outcome import decoded, encoded

LABELS = [2, 7]


def test_queries_are_the_first_of_their_digits(few_digits, few_runs):
    found = neighbours.nearest_digits(few_digits, few_runs[0], LABELS, k=2)

    assert found["query_labels"] == LABELS
    first = int(np.flatnonzero(few_digits["test_labels"] == 7)[0])
    np.testing.assert_array_equal(found["queries"][1], few_digits["test_images"][first])


@pytest.mark.parametrize("space", ["features", "pixels"])
def test_neighbours_are_scikit_learns(few_digits, few_runs, space):
    found = neighbours.nearest_digits(few_digits, few_runs[0], LABELS, k=4)

    (images, labels), (others, other_labels) = (
        tensors(few_digits, part) for part in ("train", "test")
    )
    asked = torch.stack([others[other_labels == label][0] for label in LABELS])
    network = trained_network(few_runs[0], few_digits)[: -1 if space == "features" else 0]
    with torch.no_grad():
        known, sought = (network(each).flatten(1) for each in (images, asked))
    search = NearestNeighbors(n_neighbors=4, algorithm="brute").fit(known.double().numpy())
    indices = search.kneighbors(sought.double().numpy(), return_distance=False)
    np.testing.assert_array_equal(found[f"{space}.labels"], labels[indices])
    np.testing.assert_array_equal(found[f"{space}.images"], few_digits["train_images"][indices])


def test_the_share_of_the_same_class_is_scikit_learns(few_digits, few_runs):
    shares = neighbours.same_class(few_digits, few_runs, k=3)

    (images, labels), (others, other_labels) = (
        tensors(few_digits, part) for part in ("train", "test")
    )
    network = trained_network(few_runs[2], few_digits)[:-1]
    with torch.no_grad():
        features = network(images), network(others)
    for (known, sought), share in (
        (features, shares["runs"][2]["share"]),
        ((images.flatten(1), others.flatten(1)), shares["pixels"]),
    ):
        search = NearestNeighbors(n_neighbors=3, algorithm="brute").fit(known.double().numpy())
        indices = search.kneighbors(sought.double().numpy(), return_distance=False)
        alike = labels[indices] == other_labels[:, None]
        assert share == pytest.approx(alike.double().mean().item())


def test_shares_are_summed_up_by_network(few_digits, few_runs):
    shares = neighbours.same_class(few_digits, few_runs, k=3)

    lenet5 = [row["share"] for row in shares["runs"][:2]]
    assert shares["summary"]["lenet5"] == summary(lenet5)


def test_the_plane_is_that_of_scikit_learns_principal_components(few_digits):
    images, _ = tensors(few_digits, "test")
    pixels = images.flatten(1).double()

    places, shares = neighbours.principal_plane(pixels)

    reference = PCA(2, svd_solver="full").fit(pixels.numpy())
    expected = reference.transform(pixels.numpy())
    np.testing.assert_allclose(places.abs().numpy(), np.abs(expected), atol=1e-8)
    np.testing.assert_allclose(shares, reference.explained_variance_ratio_)


def test_the_sign_of_a_principal_axis_does_not_hang_on_the_order_of_the_images():
    values = torch.rand(30, 8, generator=torch.Generator().manual_seed(0)).double()
    order = torch.randperm(30, generator=torch.Generator().manual_seed(1))

    places, _ = neighbours.principal_plane(values)
    shuffled, _ = neighbours.principal_plane(values[order])

    torch.testing.assert_close(shuffled, places[order])


def test_a_plane_that_sorts_by_label_has_only_neighbours_of_the_same():
    labels = torch.tensor([0, 0, 0, 1, 1, 1])
    places = torch.tensor([[0.0, 0], [0, 1], [1, 0], [9, 9], [9, 8], [8, 9]])

    assert neighbours.sorted_by(places, labels, k=2) == 1
    assert neighbours.sorted_by(places[[0, 3, 1, 4, 2, 5]], labels, k=2) < 0.5


def test_the_plane_shows_the_first_images_and_holds_their_share_of_the_variance(
    few_digits, few_runs
):
    plane = neighbours.feature_plane(few_digits, few_runs[0], shown=4, k=2)

    images, labels = tensors(few_digits, "test")
    places, shares = neighbours.principal_plane(images.flatten(1).double())
    assert plane["labels"] == labels[:4].tolist()
    np.testing.assert_allclose(plane["pixels.places"], places[:4], atol=5e-4)
    assert plane["summary"]["pixels"]["variance"] == pytest.approx(shares.sum().item())


def test_its_results_can_be_stored_and_read_again(few_digits, few_runs):
    for result in (
        neighbours.nearest_digits(few_digits, few_runs[0], LABELS, k=2),
        neighbours.same_class(few_digits, few_runs, k=2),
        neighbours.feature_plane(few_digits, few_runs[0], shown=5, k=2),
    ):
        again = decoded(*encoded(result))
        assert list(again) == list(result)
        np.testing.assert_equal(again, result)
