"""What lesson 7 measures: maps of one image, sparse layers, and pictures drawn from them."""

from itertools import product

import numpy as np
import pytest

from cnnviz.lessons.intermediate_activations import experiments, reconstruction, sparsity
from cnnviz.lessons.intermediate_activations.claims import first_layer_keeps_picture
from cnnviz.lessons.intermediate_activations.mosaic import unstacked
from cnnviz.lessons.shared.digits import tensors
from cnnviz.lessons.shared.repeats import summary
from cnnviz.lessons.shared.trained import trained_network
from cnnviz.lessons.shared.untrained import untrained_network
from cnnviz.methods.feature_maps import feature_maps
from cnnviz.methods.sparsity import sparsity as measured
from cnnviz.pipeline.outcome import decoded, encoded
from cnnviz.results import where
from tests.lessons.near_start import random_images, run_near_start

LAYERS = {"lenet5": ["relu1", "pool2", "scores"], "mlp": ["relu1"]}


@pytest.fixture(scope="module")
def spaces():
    return random_images(3, 48, 2) | {"test_weather": ["Sunny", "Sunny", "Rainy", "Cloudy"] * 3}


@pytest.fixture(scope="module")
def convnet(spaces):
    return run_near_start(spaces, "chollet_convnet", 0)


@pytest.fixture(scope="module")
def maps(spaces, convnet):
    return experiments.layer_maps(spaces, convnet, 1, "Rainy")


@pytest.fixture(scope="module")
def sparse(few_digits, few_runs, spaces, convnet):
    return sparsity.sparsities(few_digits, few_runs, spaces, [convnet])


@pytest.fixture(scope="module")
def drawn(few_digits, few_runs):
    return reconstruction.reconstructions(few_digits, few_runs, images=60, layers=LAYERS)


def test_shows_the_first_image_of_the_label_in_the_weather_else_of_the_label(spaces, convnet):
    def place(label, weather):
        return experiments.layer_maps(spaces, convnet, label, weather)["place"]

    assert (place(0, "Rainy"), place(1, "Sunny"), place(1, "Rainy")) == (2, 1, 1)


def test_maps_are_those_of_every_activation_and_pooling_that_has_places(spaces, convnet, maps):
    image = tensors(spaces, "test")[0][maps["place"], None]
    found = feature_maps(trained_network(convnet, spaces), image)

    names = [layer["layer"] for layer in maps["layers"]]
    assert names == [f"{kind}{n}" for n, kind in product(range(1, 5), ("relu", "pool"))]
    for layer in maps["layers"]:
        values = found[layer["layer"]][0]
        assert layer["largest"] == values.max().item()
        assert layer["blank"] == sum(not channel.any() for channel in values)
        expected = values / (values.max() or 1) * 255
        np.testing.assert_allclose(unstacked(maps, layer["layer"]), expected.numpy(), atol=0.51)


def test_a_channel_after_its_activation_is_the_one_before_without_negatives(spaces, convnet):
    found = experiments.first_channel(spaces, convnet, 1, "Sunny", channel=21)

    np.testing.assert_allclose(found["after"], found["before"].clip(min=0))
    assert found["zeros"] == (found["before"] <= 0).mean()


def test_sparsity_is_that_of_the_test_images(few_digits, few_runs, sparse):
    images, _ = tensors(few_digits, "test")
    found = measured(trained_network(few_runs[0], few_digits), images)

    rows = where(sparse["runs"], network="lenet5", seed=0, trained=True)
    assert [(row["layer"], row["zeros"]) for row in rows] == [
        (layer, shares.zeros) for layer, shares in found.items()
    ]
    assert [row["kind"] for row in rows[:2]] == ["activation", "pooling"]


def test_sparsity_is_also_told_of_networks_as_they_began(few_digits, few_runs, sparse):
    images, _ = tensors(few_digits, "test")
    found = measured(untrained_network(few_runs[0], few_digits), images)

    rows = where(sparse["runs"], network="lenet5", seed=0, trained=False)
    assert [row["blank"] for row in rows] == [shares.blank for shares in found.values()]
    before = [row["blank"] for row in where(sparse["runs"], layer="relu2", trained=False)]
    assert sparse["before"]["lenet5"]["relu2"]["blank"] == summary(before[:2])


def test_sparsity_is_summarised_by_layer_over_the_runs(sparse):
    of_layer = where(sparse["runs"], network="lenet5", layer="relu4", trained=True)

    assert len(of_layer) == 2
    silent = summary([row["silent"] for row in of_layer])
    assert sparse["summary"]["lenet5"]["relu4"]["silent"] == silent
    assert sparse["layers"]["mlp"] == ["relu1"]


def test_every_network_has_its_accuracy_and_its_number_of_images(few_runs, sparse):
    reached = [run["accuracy"] for run in few_runs if run["network"] == "lenet5"]

    assert sparse["accuracy"]["lenet5"] == summary(reached)
    assert sparse["accuracy"]["chollet_convnet"]["mean"] == 0.5
    assert sparse["images"] == {"lenet5": 40, "mlp": 40, "chollet_convnet": 12}


def test_every_layer_of_every_run_is_drawn_and_the_pixels_too(drawn):
    places = [(row["network"], row["seed"], row["layer"]) for row in drawn["runs"]]

    assert places == [
        (network, seed, layer)
        for network in LAYERS
        for seed in (0, 1)
        for layer in ["input", *LAYERS[network]]
    ]
    assert [row["values"] for row in drawn["runs"][:4]] == [784, 6272, 400, 10]
    assert drawn["layers"]["lenet5"] == ["input", *LAYERS["lenet5"]]


@pytest.mark.parametrize("seed", [0, 1])
def test_deeper_layers_keep_less_of_the_picture(drawn, seed):
    """It can be otherwise between two neighbours; from relu1 to pool2 to ten scores it is plain."""
    r2 = [row["r2"] for row in where(drawn["runs"], network="lenet5", seed=seed)]

    assert r2 == sorted(r2, reverse=True)


def test_drawings_are_shown_beside_the_first_image_of_each_digit(few_digits, drawn):
    images, labels = tensors(few_digits, "test")
    first = [int((labels == digit).nonzero()[0]) for digit in range(10)]

    np.testing.assert_allclose(drawn["originals"], images[first, 0], atol=5e-4)  # shown so exactly
    assert drawn["lenet5.pool2"].shape == (10, 28, 28)
    error = np.square(drawn["lenet5.relu1"] - drawn["originals"]).mean()
    assert error < np.square(drawn["lenet5.scores"] - drawn["originals"]).mean()


def test_few_training_images_have_all_digits_alike(few_digits):
    known, _, _ = reconstruction._images(few_digits, 20)

    images, labels = tensors(few_digits, "train")
    found = [int(labels[(images == one).flatten(1).all(dim=1)][0]) for one in known]
    assert sorted(found) == sorted(list(range(10)) * 2)


def test_the_first_layer_is_compared_with_the_pixels_themselves(drawn):
    numbers = first_layer_keeps_picture(drawn)["numbers"]

    assert numbers["pixels"]["value"] == drawn["runs"][0]["r2"]


@pytest.mark.parametrize("name", ["sparse", "drawn"])
def test_its_results_can_be_stored_and_read_again(name, request):
    result = request.getfixturevalue(name)

    again = decoded(*encoded(result))

    assert list(again) == list(result)
    np.testing.assert_equal(again, result)
