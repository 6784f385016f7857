"""What a slider lays over each other lies side by side in one picture, in halves of one size."""

import re
from xml.etree import ElementTree

import numpy as np
import pytest
import torch

from cnnviz.drawing.heat import opened
from cnnviz.lessons import entries
from cnnviz.lessons.pixel_remap.experiments import _exact
from cnnviz.lessons.pixel_remap.figures import remap_pair
from cnnviz.lessons.training.figures import augmented_pair
from cnnviz.profile import read_profile
from tests.projects import ROOT

SVG = "{http://www.w3.org/2000/svg}"
RANDOM = np.random.default_rng(0)
RESULTS = {
    remap_pair: {"original": RANDOM.random((10, 28, 28)), "remapped": RANDOM.random((10, 28, 28))},
    augmented_pair: {
        "originals": RANDOM.random((3, 28, 28)),
        "changed": RANDOM.random((3, 7, 28, 28)),
    },
}


@pytest.mark.parametrize("pair", RESULTS, ids=lambda module: module.__name__.rpartition(".")[2])
def test_each_half_has_six_tiles_at_the_same_places(pair):
    drawing = pair.draw(RESULTS[pair], {}, "light")
    images = ElementTree.fromstring(drawing.data).iter(f"{SVG}image")
    moved = (re.findall(r"-?[\d.]+", image.get("transform")) for image in images)
    places = sorted((round(float(x)), round(float(y))) for *_, x, y in moved)

    left, right = places[:6], places[6:]

    half = drawing.width / 2
    assert drawing.width / 2 / drawing.height == pytest.approx(1.5, rel=0.01)
    assert [(pytest.approx(x + half, abs=1), y) for x, y in left] == right


@pytest.mark.parametrize("figure", ["methods_photos"])
def test_a_photograph_that_is_not_there_is_refused(figure):
    profile = read_profile(ROOT / "profiles" / "smoke.toml")

    with pytest.raises(ValueError, match="photo is 7, but the photographs count from 1 to"):
        entries.result("figure", figure, {"photo": 7}, profile)


def test_pictures_that_shuffled_pixels_need_are_kept_to_the_pixel():

    image = torch.rand(3, 64, 64).mul(255).round() / 255

    assert np.abs(opened(_exact(image)) - image.permute(1, 2, 0).numpy()).max() < 1e-6
