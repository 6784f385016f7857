"""Neighbours in feature space are scikit-learn's, and so is the plane they are drawn in."""

import numpy as np
import pytest
import torch
from sklearn.decomposition import PCA
from sklearn.neighbors import NearestNeighbors

from cnnviz.lessons.shared import trained as training
from cnnviz.lessons.shared.digits import tensors
from cnnviz.lessons.shared.repeats import summary
from cnnviz.lessons.what_excites_a_feature import neighbours
from cnnviz.pipeline.outcome import decoded, encoded


@pytest.mark.parametrize("space", ["features", "pixels"])
def test_neighbours_are_scikit_learns(few_digits, few_runs, space):
    queries = [0, 7, 30]

    found = neighbours.nearest_images(few_digits, few_runs[0], queries, k=4)

    (images, labels), (others, _) = tensors(few_digits, "train"), tensors(few_digits, "test")
    network = training.trained_network(few_runs[0], few_digits)[: -1 if space == "features" else 0]
    with torch.no_grad():
        known, sought = (network(each).flatten(1) for each in (images, others[queries]))
    search = NearestNeighbors(n_neighbors=4, algorithm="brute").fit(known.double().numpy())
    distances, indices = search.kneighbors(sought.double().numpy())
    np.testing.assert_array_equal(found[f"{space}.indices"], indices)
    np.testing.assert_allclose(found[f"{space}.distances"], distances, rtol=1e-4)
    np.testing.assert_array_equal(found[f"{space}.labels"], labels[indices])
    np.testing.assert_array_equal(found[f"{space}.images"], images[indices][:, :, 0])


def test_the_share_of_the_same_class_is_that_of_the_neighbours_shown(few_digits, few_runs):
    everything = list(range(40))

    shares = neighbours.same_class(few_digits, few_runs, k=3)
    shown = neighbours.nearest_images(few_digits, few_runs[2], everything, k=3)

    labels = np.array(shown["query_labels"])[:, None]
    assert shares["runs"][2]["share"] == pytest.approx((shown["features.labels"] == labels).mean())
    assert shares["pixels"] == pytest.approx((shown["pixels.labels"] == labels).mean())
    assert shares["summary"]["lenet5"] == summary([row["share"] for row in shares["runs"][:2]])


def test_the_feature_map_is_scikit_learns_principal_components(few_digits, few_runs):
    found = neighbours.feature_map(few_digits, few_runs[0])

    images, labels = tensors(few_digits, "test")
    reference = PCA(2, svd_solver="full").fit(images.flatten(1).double().numpy())
    expected = reference.transform(images.flatten(1).double().numpy())
    np.testing.assert_allclose(np.abs(found["pixels.places"]), np.abs(expected), atol=1e-8)
    np.testing.assert_allclose(found["pixels.shares"], reference.explained_variance_ratio_)
    np.testing.assert_array_equal(found["labels"], labels)


def test_the_sign_of_a_principal_axis_does_not_hang_on_the_order_of_the_images():
    values = torch.rand(30, 8, generator=torch.Generator().manual_seed(0)).double()
    order = torch.randperm(30, generator=torch.Generator().manual_seed(1))

    places, _ = neighbours.principal_plane(values)
    shuffled, _ = neighbours.principal_plane(values[order])

    torch.testing.assert_close(shuffled, places[order])


def test_its_results_can_be_stored_and_read_again(few_digits, few_runs):
    for result in (
        neighbours.nearest_images(few_digits, few_runs[0], [0], k=2),
        neighbours.same_class(few_digits, few_runs, k=2),
        neighbours.feature_map(few_digits, few_runs[0]),
    ):
        again = decoded(*encoded(result))
        assert list(again) == list(result)
        np.testing.assert_equal(again, result)
