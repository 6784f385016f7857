"""The figures of lesson 7 are drawn from what the lesson measures."""

import base64
from io import BytesIO

import pytest
from PIL import Image

from cnnviz.lessons.intermediate_activations import experiments, reconstruction, sparsity
from tests.drawings import check, draw, figures
from tests.lessons.near_start import random_images, run_near_start

FIGURES = figures("intermediate_activations")


def lenets():
    digits = random_images(1, 28, 10)
    return digits, [run_near_start(digits, "lenet5", seed, nudge=0.02) for seed in (0, 1)]


def convnet():
    spaces = random_images(3, 48, 2) | {"test_weather": ["Sunny", "Sunny", "Rainy", "Cloudy"] * 3}
    return spaces, run_near_start(spaces, "chollet_convnet", 0)


def layer_maps():
    return experiments.layer_maps(*convnet(), 1, "Rainy")


def sparsities():
    spaces, run = convnet()
    return sparsity.sparsities(*lenets(), spaces, [run])


def reconstructions():
    return reconstruction.reconstructions(*lenets(), 10, {"lenet5": ["relu1", "scores"]})


RESULTS = {
    "first_channel": lambda: experiments.first_channel(*convnet(), 0, "Sunny", 21),
    "layer_maps": layer_maps,
    "cover_intermediate_activations": layer_maps,
    "sparsities": sparsities,
    "reconstructions": reconstructions,
}


def test_every_figure_of_the_lesson_is_tried_here():
    assert set(RESULTS) == set(FIGURES)


@pytest.mark.parametrize("name", FIGURES)
def test_is_well_formed_the_same_twice_and_its_themes_differ(name):
    result = RESULTS[name]()

    check(name, result)
    assert draw(name, result).data != draw(name, result, theme="dark").data


def test_pictures_in_a_figure_are_webp():
    drawn = draw("layer_maps", layer_maps())

    assert b"image/png" not in drawn.data
    first = drawn.data.split(b"data:image/webp;base64,")[1].split(b'"')[0]
    with Image.open(BytesIO(base64.b64decode(first))) as picture:
        assert picture.format == "WEBP"
