"""What the lessons on activations and on filters measure, on tiny networks and data."""

import base64
from io import BytesIO
from itertools import product
from xml.etree import ElementTree

import numpy as np
import pytest
import torch
from PIL import Image

from cnnviz.drawing.mosaic import unstacked
from cnnviz.drawing.style import THEMES
from cnnviz.lessons.intermediate_activations import experiments as activations
from cnnviz.lessons.intermediate_activations import reconstruction
from cnnviz.lessons.learned_filters import edges as filter_edges
from cnnviz.lessons.learned_filters import experiments as filters
from cnnviz.lessons.shared.digits import tensors
from cnnviz.lessons.shared.trained import WEIGHTS, trained_network
from cnnviz.lessons.shared.untrained import as_new, untrained_network
from cnnviz.methods.feature_maps import feature_maps
from cnnviz.models import fitted
from cnnviz.training import seeded
from tests.drawings import draw

PACKAGED = {"network": "efficientnet_lite0", "weights": "packaged"}


def some_data(channels, size, classes):
    shape = (12, channels, size, size) if channels > 1 else (12, size, size)
    images = np.random.default_rng(0).integers(0, 256, shape, dtype=np.uint8)
    labels = (np.arange(12) % classes).astype(np.uint8)
    parts = {f"{part}_{what}": each for part in ("train", "test")
             for what, each in (("images", images), ("labels", labels))}  # fmt: skip
    return parts | {"test_weather": ["Sunny", "Sunny", "Rainy", "Cloudy"] * 3}


def some_run(data, network, seed, nudge=0.0):
    """Give a run whose weights are those of the start, moved a little."""
    images, _ = tensors(data, "test")
    classes = int(data["test_labels"].max()) + 1
    with seeded(seed):
        state = fitted(network, images, classes).state_dict()
    weights = {WEIGHTS + name: (value + nudge).numpy() for name, value in state.items()}
    return {"network": network, "classes": classes, "seed": seed, "accuracy": 0.5, **weights}


@pytest.fixture(scope="module")
def digits():
    return some_data(1, 28, 10)


@pytest.fixture(scope="module")
def parking():
    return some_data(3, 48, 2)


@pytest.fixture(scope="module")
def lenets(digits):
    return [some_run(digits, "lenet5", seed, nudge=0.02) for seed in (0, 1)]


@pytest.fixture(scope="module")
def convnet(parking):
    return some_run(parking, "chollet_convnet", 0)


@pytest.fixture(scope="module")
def maps(parking, convnet):
    return activations.maps(parking, convnet, 1, "Rainy", "drawn")


@pytest.fixture(scope="module")
def edges(digits, lenets, parking, convnet):
    return filter_edges.edges(digits, lenets, parking, [convnet], PACKAGED)


def test_the_untrained_network_is_the_one_that_training_began_with(digits):
    run = some_run(digits, "lenet5", seed=3)

    start = untrained_network(run, digits).state_dict()

    assert all((run[WEIGHTS + name] == value.numpy()).all() for name, value in start.items())
    assert not untrained_network(run, digits).training
    moved = some_run(digits, "lenet5", seed=3, nudge=1.0)
    assert (as_new(moved, digits)["weights.conv1.weight"] == run["weights.conv1.weight"]).all()


def test_shows_the_first_image_of_the_label_in_the_weather_else_of_the_label(parking, convnet):
    def place(label, weather):
        return activations.maps(parking, convnet, label, weather, "drawn")["place"]

    assert (place(0, "Rainy"), place(1, "Sunny"), place(1, "Rainy")) == (2, 1, 1)


def test_maps_are_those_of_every_activation_and_pooling_that_has_places(parking, convnet, maps):
    image = tensors(parking, "test")[0][maps["place"], None]
    found = feature_maps(trained_network(convnet, parking), image)

    names = [layer["layer"] for layer in maps["layers"]]
    assert names == [f"{kind}{n}" for n, kind in product(range(1, 5), ("relu", "pool"))]
    for layer in maps["layers"]:
        values = found[layer["layer"]][0]
        assert layer["largest"] == values.max().item()
        assert layer["blank"] == sum(not channel.any() for channel in values)
        shown = unstacked(maps["maps"][layer["layer"]], layer["side"])
        expected = values / (values.max() or 1) * 255
        np.testing.assert_allclose(shown, expected.numpy(), atol=0.51)


def test_a_channel_after_its_activation_is_the_one_before_without_negatives(parking, convnet):
    found = activations.channel(parking, convnet, 1, "Sunny", "drawn", 21)

    np.testing.assert_allclose(found["after"], found["before"].clip(min=0))
    assert found["zeros"] == (found["before"] <= 0).mean()


def test_sparsity_is_told_of_networks_as_they_are_and_as_they_began(digits, lenets):
    found = activations.side_by_side([activations.with_start(digits, lenets)])

    new = [as_new(run, digits) for run in lenets]
    assert found["before"] == activations.with_start(digits, new)["summary"]
    assert {row["trained"] for row in found["runs"]} == {True, False}
    assert found["images"] == {"lenet5": 12}
    assert found["accuracy"]["lenet5"]["mean"] == 0.5


def test_every_living_kernel_has_a_row_before_and_after_training(edges):
    counts = {
        (network, trained): sum(
            (row["network"], row["trained"]) == (network, trained) for row in edges["kernels"]
        )
        for network, trained in product(edges["networks"], (True, False))
    }

    assert counts["lenet5", True] == counts["lenet5", False] == 16
    assert counts["chollet_convnet", True] == 32
    assert counts["efficientnet_lite0", True] == 32 - edges["dead"]["efficientnet_lite0"]
    assert counts["efficientnet_lite0", False] == 0


def test_kernels_that_did_not_move_have_no_gain_and_the_cosine_one(edges):
    assert edges["gain"]["chollet_convnet"]["mean"] == 0
    assert edges["stayed"]["chollet_convnet"]["mean"] == pytest.approx(1)
    assert edges["stayed"]["lenet5"]["mean"] < 1


def test_strict_is_more_than_half_and_more_than_chance(edges):
    for row in edges["kernels"]:
        limits = edges["chance"][str(row["side"])]
        assert row["strict"] == (row["edge"] > max(0.5, limits["edge"]))
        assert row["loose"] == (row["gabor"] > limits["gabor"])


def test_colour_is_what_a_grey_picture_does_not_see():
    grey, red_against_green, dead = torch.ones(3, 3, 3), torch.zeros(3, 3, 3), torch.zeros(3, 3, 3)
    red_against_green[0], red_against_green[1] = 1, -1

    told = filters._colours(torch.stack([grey, red_against_green, dead]))

    assert told["colour"] == pytest.approx([0, 1, None])
    assert told["alive"] == [True, True, False]
    assert (told["only_colour"], told["mostly_grey"], told["dead"]) == (1, 1, 1)


def test_kernels_settle_where_they_end():
    start, end = np.zeros((1, 1, 2, 2)), np.ones((1, 1, 2, 2))
    start[0, 0, 0] = 1
    runs = [{"seed": 0, "kernels.0": start, "kernels.4": end}]

    found = filters.settling(runs)

    assert [row["alike"] for row in found["runs"]] == pytest.approx([0.5**0.5, 1])
    assert found["last"] == 4


@pytest.fixture(scope="module")
def results(digits, lenets, parking, convnet, maps, edges):
    layers = {"lenet5": ["relu1", "scores"]}
    watched = [
        run | {f"kernels.{n}": run["weights.conv1.weight"] for n in (0, 5)} for run in lenets
    ]
    dense = some_run(digits, "mlp", 0)
    imagenet = filters.of_imagenet(**PACKAGED)
    sparse = [
        activations.with_start(digits, lenets),
        activations.with_start(parking, [convnet]),
    ]
    return {
        "first_channel": activations.channel(parking, convnet, 0, "Sunny", "pklot", 21),
        "layer_maps": maps,
        "cover_intermediate_activations": maps,
        "sparsities": activations.side_by_side(sparse),
        "reconstructions": reconstruction.by_layer(digits, lenets, 10, layers),
        "digit_kernels": filters.of_digits(lenets, dense, 8),
        "parking_kernels": filters.of_parking(parking, convnet, "drawn"),
        "imagenet_kernels": imagenet,
        "cover_learned_filters": imagenet,
        "kernels_settle": filters.settling(watched),
        "kernel_fits": filters.fits(lenets[0]),
        "kernel_edges": edges,
    }


FIGURES = (
    "first_channel", "layer_maps", "cover_intermediate_activations", "sparsities",
    "reconstructions", "digit_kernels", "parking_kernels", "imagenet_kernels",
    "cover_learned_filters", "kernels_settle", "kernel_fits", "kernel_edges",
)  # fmt: skip


@pytest.mark.parametrize("name", FIGURES)
def test_figures_are_drawn_alike_twice_and_otherwise_in_the_dark(name, results):
    light, dark = (draw(name, results[name], "pt", theme) for theme in THEMES)

    assert draw(name, results[name], "pt") == light
    root = ElementTree.fromstring(light.data)
    assert root.get("viewBox") == f"0 0 {light.width} {light.height}"
    assert name == "cover_learned_filters" or light.data != dark.data  # colours alone are alike


def test_pictures_in_a_figure_are_webp(results):
    drawn = draw("layer_maps", results["layer_maps"])

    assert b"image/png" not in drawn.data
    first = drawn.data.split(b"data:image/webp;base64,")[1].split(b'"')[0]
    with Image.open(BytesIO(base64.b64decode(first))) as picture:
        assert picture.format == "WEBP"
