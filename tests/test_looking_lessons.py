"""What lesson 11 measures and draws: patches and neighbours, on tiny data."""

import base64
from io import BytesIO

import numpy as np
import pytest
import torch
from PIL import Image

from cnnviz.drawing.heat import opened
from cnnviz.lessons.shared import trained as training
from cnnviz.lessons.shared.digits import tensors
from cnnviz.lessons.shared.pictured import map_pictured, pictured, shares
from cnnviz.lessons.shared.trained import trained_network
from cnnviz.lessons.what_excites_a_feature import neighbours
from cnnviz.lessons.what_excites_a_feature import patches as feature_patches
from cnnviz.lessons.what_excites_a_feature import space as feature_space
from cnnviz.methods.top_patches import top_patches
from tests.drawings import check, draw


@pytest.fixture(scope="module")
def spaces():
    """Twelve coloured images of 48 px: those of class 1 have a bright middle."""
    images = np.random.default_rng(0).integers(0, 90, (24, 3, 48, 48), dtype=np.uint8)
    labels = (np.arange(24) % 2).astype(np.uint8)
    images[labels == 1, :, 12:36, 12:36] += 120
    return {
        **{"train_images": images[:12], "train_labels": labels[:12]},
        **{"test_images": images[12:], "test_labels": labels[12:]},
    }


@pytest.fixture(scope="module")
def runs(spaces):
    """Train a network, a little."""
    return [training.run(spaces, "chollet_convnet", seed=0, epochs=3)]


@pytest.fixture(scope="module")
def digit_runs(few_digits):
    return [training.run(few_digits, "lenet5", seed=seed, epochs=2) for seed in (0, 1)]


@pytest.fixture(scope="module")
def results(spaces, runs, few_digits, digit_runs):
    """Give what each figure is drawn from."""
    of_digits = feature_patches.of_digits(few_digits, digit_runs[0], "relu2", count=3, k=3)
    found = neighbours.feature_map(few_digits, digit_runs[0])
    return {
        "switches": feature_patches.switches([[1, 5], [2, 3]]),
        "digit_patches": of_digits,
        "cover_what_excites_a_feature": of_digits,
        "parking_patches": feature_patches.of_spaces(
            spaces, runs[0], ["relu2", "relu3"], count=2, k=2, stand_in=True
        ),
        "choosiness": feature_patches.choosiness(
            few_digits, digit_runs, ["relu1", "relu4"], k=3, seed=0
        ),
        "nearest_digits": feature_space.nearest_digits(few_digits, digit_runs[0], [2, 7], k=2),
        "same_class": neighbours.same_class(few_digits, digit_runs, k=3),
        "feature_plane": feature_space.plane(found, shown=20, k=2),
    }


def test_every_drawing_is_well_formed_as_large_as_it_says_and_the_same_twice(results):
    for name, result in results.items():
        check(name, result)


def test_every_drawing_is_light(results):
    for name, result in results.items():
        assert len(draw(name, result).data) < 250_000, name


def test_a_small_picture_comes_back_pixel_by_pixel():
    image = torch.randint(0, 256, (3, 9, 7)).float() / 255

    np.testing.assert_allclose(opened(pictured(image)).transpose(2, 0, 1), image, atol=1e-6)


def test_a_large_picture_is_webp_and_a_map_png():
    large, small = pictured(torch.rand(3, 80, 80)), map_pictured(torch.rand(80, 80))

    assert (large[:16], small[:15]) == ("data:image/webp;", "data:image/png;")
    data = base64.b64decode(large.partition(",")[2])
    assert Image.open(BytesIO(data)).size == (80, 80)


def test_maps_are_shares_of_their_maximum_without_what_is_negative():
    assert shares(torch.tensor([[-1.0, 2.0], [4.0, 0.0]])) == [[0.0, 0.5], [1.0, 0.0]]
    assert shares(torch.tensor([[-1.0, 0.0]])) == [[0.0, 0.0]]
    assert opened(map_pictured(torch.zeros(4, 4))).max() == 0


def test_switches_put_each_maximum_back_where_it_was():
    found = feature_patches.switches([[1, 5], [2, 3]])

    assert found["pooled"] == [[5]]
    assert found["back"] == [[0, 5], [0, 0]]


def test_patches_are_those_of_the_strongest_channels(few_digits, digit_runs, results):
    images, _ = tensors(few_digits, "test")
    every = top_patches(trained_network(digit_runs[0], few_digits), "relu2", images, 3)

    shown = results["digit_patches"]["channels"]

    strongest = every.value[:, 0].topk(3).indices.sort().values.tolist()
    assert [channel["channel"] for channel in shown] == strongest
    torch.testing.assert_close(
        torch.tensor(shown[0]["patches"]).float(),
        every.patches[strongest[0], :, 0],
        atol=6e-4,
        rtol=0,
    )


def test_a_reconstruction_has_the_size_of_its_patch_and_reaches_one(results):
    channel = results["digit_patches"]["channels"][0]

    patches, carried = np.array(channel["patches"]), np.array(channel["carried"])
    assert patches.shape == carried.shape == (3, 14, 14)
    np.testing.assert_allclose(np.abs(carried).max(axis=(1, 2)), 1, atol=1e-3)


def test_a_units_choosiness_is_the_share_of_its_commonest_label():
    labels = torch.tensor([[3, 1], [3, 2], [4, 3], [3, 4]])

    assert feature_patches._commonest(labels).tolist() == [0.75, 0.25]


def test_queries_are_the_first_of_their_digits(few_digits, results):
    found = results["nearest_digits"]

    assert found["query_labels"] == [2, 7]
    first = int(np.flatnonzero(few_digits["test_labels"] == 7)[0])
    np.testing.assert_array_equal(found["queries"][1], few_digits["test_images"][first])


def test_a_plane_that_sorts_by_label_has_only_neighbours_of_the_same():
    labels = np.array([0, 0, 0, 1, 1, 1])
    places = np.array([[0.0, 0], [0, 1], [1, 0], [9, 9], [9, 8], [8, 9]])
    mixed = places[[0, 3, 1, 4, 2, 5]]
    found = {"labels": labels, "features.places": places, "pixels.places": mixed}
    found |= {"features.shares": [0.6, 0.2], "pixels.shares": [0.1, 0.1]}

    measured = feature_space.plane(found, shown=4, k=2)

    assert measured["summary"]["features"] == {"same": 1.0, "variance": pytest.approx(0.8)}
    assert measured["summary"]["pixels"]["same"] < 0.5
    assert len(measured["labels"]) == 4
