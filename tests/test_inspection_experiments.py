"""The experiments that look inside trained networks give what they say, and keep every repeat."""

import numpy as np
import pytest
import torch
from sklearn.decomposition import PCA
from sklearn.neighbors import NearestNeighbors

from cnnviz.choice import UnknownName
from cnnviz.experiments import (
    invariance,
    invariance_claims,
    neighbours,
    reconstruction,
    sparsity,
    training,
)
from cnnviz.experiments.digits import tensors
from cnnviz.experiments.repeats import summary
from cnnviz.methods.shifts import scaled, shifted, turned
from cnnviz.methods.sparsity import sparsity as measured_sparsity
from cnnviz.pipeline.outcome import decoded, encoded
from cnnviz.training import accuracy

AMOUNTS = {"right": [-4, 0, 4], "down": [-4, 4], "turn": [90], "scale": [1, 0.5]}
LAYERS = {"lenet5": ["relu1", "pool2", "scores"], "mlp": ["relu1"]}


@pytest.fixture(scope="module")
def runs(few_digits):
    """Train two networks of each kind, a little."""
    return [
        training.run(few_digits, network, seed=seed, epochs=2, block=1)
        for network in ("lenet5", "mlp")
        for seed in (0, 1)
    ]


@pytest.fixture(scope="module")
def moved(few_digits, runs):
    return invariance.accuracies(few_digits, runs, AMOUNTS)


@pytest.fixture(scope="module")
def sparse(few_digits, runs):
    return sparsity.by_layer(few_digits, runs)


@pytest.fixture(scope="module")
def drawn(few_digits, runs):
    return reconstruction.by_layer(few_digits, runs, images=60, layers=LAYERS)


def interval(mean, half=0.01):
    return {"n": 5, "mean": mean, "std": half, "low": mean - half, "high": mean + half}


def kept(cnn, mlp):
    """Give what is kept at ±4 px, the same on every side but below, where the CNN's is given."""

    def by_way(value, below):
        sides = {amount: {"kept": interval(value)} for amount in ("-4", "0", "4")}
        return {"right": sides, "down": sides | {"4": {"kept": interval(below)}}}

    return {"summary": {"lenet5": by_way(0.6, cnn), "mlp": by_way(mlp, mlp)}}


def test_each_transform_moves_as_its_name_says(few_digits):
    images, _ = tensors(few_digits, "test")

    assert invariance.moved(images, "right", -3).equal(shifted(images, right=-3))
    assert invariance.moved(images, "down", 2.0).equal(shifted(images, down=2))
    assert invariance.moved(images, "turn", 30).equal(turned(images, 30))
    assert invariance.moved(images, "scale", 1.5).equal(scaled(images, 1.5))


def test_accuracies_are_those_of_the_moved_images(few_digits, runs, moved):
    images, labels = tensors(few_digits, "test")
    network = training.trained_network(runs[1], few_digits)

    (row,) = (
        row
        for row in moved["runs"]
        if (row["network"], row["seed"], row["transform"]) == ("lenet5", 1, "turn")
    )

    assert row["accuracy"] == accuracy(network, turned(images, 90), labels)
    assert row["kept"] == row["accuracy"] / runs[1]["accuracy"]


def test_what_changes_nothing_keeps_all_of_the_accuracy(moved):
    for network in ("lenet5", "mlp"):
        for transform, amount in (("right", "0"), ("scale", "1")):
            assert moved["summary"][network][transform][amount]["kept"] == summary([1.0, 1.0])


def test_every_run_is_kept_for_every_amount(moved):
    assert len(moved["runs"]) == 4 * sum(map(len, AMOUNTS.values()))
    of_scale = [
        row["accuracy"]
        for row in moved["runs"]
        if (row["network"], row["transform"], row["amount"]) == ("mlp", "scale", 0.5)
    ]
    assert moved["summary"]["mlp"]["scale"]["0.5"]["accuracy"] == summary(of_scale)


def test_moved_pictures_show_one_digit_under_every_amount(few_digits):
    shown = invariance.pictures(few_digits, 3, AMOUNTS)

    images, labels = tensors(few_digits, "test")
    assert shown["label"] == labels[3]
    assert {name: shown[name].shape for name in AMOUNTS} == {
        name: (len(each), 28, 28) for name, each in AMOUNTS.items()
    }
    np.testing.assert_array_equal(shown["right"][1], images[3, 0])


def test_an_unknown_transform_is_told_with_the_near_miss(few_digits):
    with pytest.raises(UnknownName, match="Did you mean 'turn'"):
        invariance.moved(tensors(few_digits, "test")[0], "turned", 3)


def test_parts_of_pixels_are_refused(few_digits):
    with pytest.raises(ValueError, match=r"by whole pixels, not by 0\.5"):
        invariance.moved(tensors(few_digits, "test")[0], "right", 0.5)


def test_the_cnn_keeps_more_when_shifted_only_if_it_does_on_every_side():
    claim = invariance_claims.cnn_keeps_more_when_shifted

    assert claim(kept(cnn=0.5, mlp=0.3))["holds"]
    assert not claim(kept(cnn=0.31, mlp=0.3))["holds"]  # more on average, but they overlap
    assert not claim(kept(cnn=0.2, mlp=0.3))["holds"]
    assert claim(kept(cnn=0.5, mlp=0.3))["numbers"]["cnn"]["value"] == 0.5


def test_not_invariant_only_if_each_transform_can_cost_half():
    assert invariance_claims.not_invariant(kept(cnn=0.3, mlp=0.3))["holds"] is False
    assert invariance_claims.not_invariant(kept(cnn=0.3, mlp=0.495))["holds"] is False
    low = kept(cnn=0.3, mlp=0.3)
    low["summary"]["lenet5"]["right"] = low["summary"]["mlp"]["right"]
    assert invariance_claims.not_invariant(low)["holds"]


def test_sparsity_is_that_of_the_test_images(few_digits, runs, sparse):
    found = measured_sparsity(
        training.trained_network(runs[0], few_digits), tensors(few_digits, "test")[0]
    )

    rows = [row for row in sparse["runs"] if (row["network"], row["seed"]) == ("lenet5", 0)]
    assert [(row["layer"], row["zeros"]) for row in rows] == [
        (layer, shares.zeros) for layer, shares in found.items()
    ]
    assert [row["kind"] for row in rows[:2]] == ["activation", "pooling"]


def test_sparsity_is_summarised_by_layer_over_the_runs(sparse):
    of_layer = [row["silent"] for row in sparse["runs"] if row["layer"] == "relu4"]

    assert len(of_layer) == 2
    assert sparse["summary"]["lenet5"]["relu4"]["silent"] == summary(of_layer)
    assert sparse["layers"]["mlp"] == ["relu1"]


def test_every_layer_of_every_run_is_drawn_and_the_pixels_too(drawn):
    places = [(row["network"], row["seed"], row["layer"]) for row in drawn["runs"]]

    assert places == [
        (network, seed, layer)
        for network in LAYERS
        for seed in (0, 1)
        for layer in ["input", *LAYERS[network]]
    ]
    assert [row["values"] for row in drawn["runs"][:4]] == [784, 6272, 400, 10]


def test_deeper_layers_keep_less_of_the_picture(drawn):
    """It can be otherwise between two neighbours; from relu1 to pool2 to ten scores it is plain."""
    for seed in (0, 1):
        mine = [row for row in drawn["runs"] if row["network"] == "lenet5" and row["seed"] == seed]
        r2 = [row["r2"] for row in mine]
        assert r2 == sorted(r2, reverse=True)


def test_drawings_are_shown_beside_the_first_image_of_each_digit(few_digits, drawn):
    images, labels = tensors(few_digits, "test")
    first = [int((labels == digit).nonzero()[0]) for digit in range(10)]

    np.testing.assert_array_equal(drawn["originals"], images[first, 0])
    assert drawn["lenet5.pool2"].shape == (10, 28, 28)
    error = np.square(drawn["lenet5.relu1"] - drawn["originals"]).mean()
    assert error < np.square(drawn["lenet5.scores"] - drawn["originals"]).mean()


def test_few_training_images_have_all_digits_alike(few_digits):
    known, _, _ = reconstruction._images(few_digits, 20)

    images, labels = tensors(few_digits, "train")
    found = [int(labels[(images == one).flatten(1).all(dim=1)][0]) for one in known]
    assert sorted(found) == sorted(list(range(10)) * 2)


def test_the_first_layer_keeps_the_picture_only_if_it_does_in_every_run(drawn):
    claim = reconstruction.first_layer_keeps_picture

    def result(pixels, *first):
        rows = [{"network": "lenet5", "layer": "relu1", "r2": r2} for r2 in first]
        shares = {"input": pixels, "relu1": first[0], "scores": 0.3}
        return {
            "layers": {"lenet5": ["input", "relu1", "scores"]},
            "runs": rows,
            "summary": {"lenet5": {name: {"r2": interval(r2)} for name, r2 in shares.items()}},
        }

    assert claim(result(0.99, 0.98, 0.975))["holds"]
    assert not claim(result(0.99, 0.98, 0.96))["holds"]  # 3 points below the pixels, in one run
    assert not claim(result(0.89, 0.89))["holds"]  # as good as the pixels, but little of it
    assert claim(drawn)["numbers"]["pixels"]["value"] == drawn["runs"][0]["r2"]


@pytest.mark.parametrize("space", ["features", "pixels"])
def test_neighbours_are_scikit_learns(few_digits, runs, space):
    queries = [0, 7, 30]

    found = neighbours.nearest_images(few_digits, runs[0], queries, k=4)

    (images, labels), (others, _) = tensors(few_digits, "train"), tensors(few_digits, "test")
    network = training.trained_network(runs[0], few_digits)[: -1 if space == "features" else 0]
    with torch.no_grad():
        known, sought = (network(each).flatten(1) for each in (images, others[queries]))
    search = NearestNeighbors(n_neighbors=4, algorithm="brute").fit(known.double().numpy())
    distances, indices = search.kneighbors(sought.double().numpy())
    np.testing.assert_array_equal(found[f"{space}.indices"], indices)
    np.testing.assert_allclose(found[f"{space}.distances"], distances, rtol=1e-4)
    np.testing.assert_array_equal(found[f"{space}.labels"], labels[indices])
    np.testing.assert_array_equal(found[f"{space}.images"], images[indices][:, :, 0])


def test_the_share_of_the_same_class_is_that_of_the_neighbours_shown(few_digits, runs):
    everything = list(range(40))

    shares = neighbours.same_class(few_digits, runs, k=3)
    shown = neighbours.nearest_images(few_digits, runs[2], everything, k=3)

    labels = np.array(shown["query_labels"])[:, None]
    assert shares["runs"][2]["share"] == pytest.approx((shown["features.labels"] == labels).mean())
    assert shares["pixels"] == pytest.approx((shown["pixels.labels"] == labels).mean())
    assert shares["summary"]["lenet5"] == summary([row["share"] for row in shares["runs"][:2]])


def test_the_feature_map_is_scikit_learns_principal_components(few_digits, runs):
    found = neighbours.feature_map(few_digits, runs[0])

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


def test_all_results_can_be_stored_and_read_again(few_digits, runs, moved, sparse, drawn):
    results = [moved, sparse, drawn]
    results.append(invariance.pictures(few_digits, 0, AMOUNTS))
    results.append(neighbours.nearest_images(few_digits, runs[0], [0], k=2))
    results.append(neighbours.same_class(few_digits, runs, k=2))
    results.append(neighbours.feature_map(few_digits, runs[0]))

    for result in results:
        again = decoded(*encoded(result))
        assert list(again) == list(result)
        np.testing.assert_equal(again, result)
