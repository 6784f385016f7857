"""The drawings of the pixel remap."""

import re
from itertools import product
from xml.etree import ElementTree

import numpy as np
import pytest

from tests.drawings import check, draw

NETWORKS = ("lenet5", "mlp")
SVG = "{http://www.w3.org/2000/svg}"


def summary(values):
    return {"n": len(values), "mean": np.mean(values), "low": min(values) - 0.2, "high": 1.1}


def accuracies(blocks, seeds):
    runs = [
        {"network": network, "block": block, "seed": seed, "accuracy": 0.05 + 0.3 * seed}
        for network, block, seed in product(NETWORKS, blocks, range(seeds))
    ]
    by_block = {str(block): summary([0.05]) for block in blocks}
    ends = {"original": summary([0.1]), "remapped": summary([0.05])}
    return {"runs": runs, "summary": dict.fromkeys(NETWORKS, by_block | ends)}


def after_training(seeds):
    runs = [
        {"network": network, "seed": seed, "before": 0.9, "after": 0.1}
        for network, seed in product(NETWORKS, range(seeds))
    ]
    ends = {"before": summary([0.9]), "after": summary([0.1])}
    return {"runs": runs, "summary": dict.fromkeys(NETWORKS, ends)}


def results(seeds):
    images = np.random.default_rng(0).random((3, 4, 4))
    pair = np.random.default_rng(0).random((10, 28, 28))
    names = ["A00", "A01", "A10", "A11"]
    letters = {"side": 2, "before": names, "after": names[::-1]}
    correlations = [
        {"distance": distance, "seed": seed, "original": -0.1, "remapped": 0.02}
        for distance, seed in product((1, 2), range(seeds))
    ]
    return {
        "remap_letters": letters | {"goes": dict(zip(names, names[::-1], strict=True))},
        "remap_images": dict.fromkeys(("original", "remapped", "restored"), images),
        "remap_pair": dict.fromkeys(("original", "remapped"), pair),
        "remap_accuracy": accuracies([1, 28], seeds),
        "remap_blocks": accuracies([1, 7, 28], seeds),
        "remap_after_training": after_training(seeds),
        "neighbour_correlation": {"runs": correlations},
    }


FIGURES = tuple(results(1))


@pytest.mark.parametrize("name", FIGURES)
def test_is_well_formed_of_the_size_it_says_and_the_same_twice(name):
    check(name, results(2)[name])


@pytest.mark.parametrize("name", FIGURES)
def test_has_no_date_and_differs_by_theme(name):
    drawn = draw(name, results(2)[name], "pt", "dark")

    assert b"date" not in drawn.data.split(b"</defs>")[0].lower()
    assert draw(name, results(2)[name], "pt", "light").data != drawn.data


@pytest.mark.parametrize("name", FIGURES)
def test_draws_a_single_run(name):
    assert ElementTree.fromstring(draw(name, results(1)[name]).data) is not None


def test_each_half_has_six_tiles_at_the_same_places():
    drawing = draw("remap_pair", results(1)["remap_pair"])
    images = ElementTree.fromstring(drawing.data).iter(f"{SVG}image")
    moved = (re.findall(r"-?[\d.]+", image.get("transform")) for image in images)
    places = sorted((round(float(x)), round(float(y))) for *_, x, y in moved)

    left, right = places[:6], places[6:]

    half = drawing.width / 2
    assert half / drawing.height == pytest.approx(1.5, rel=0.01)
    assert [(pytest.approx(x + half, abs=1), y) for x, y in left] == right
