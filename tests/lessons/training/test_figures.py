"""The drawings of lesson 6, from one run and from several."""

import re
from xml.etree import ElementTree

import numpy as np
import pytest

from cnnviz.lessons.training.experiments import learning
from tests.drawings import check, draw

SVG = "{http://www.w3.org/2000/svg}"
RANDOM = np.random.default_rng(0)
VARIATIONS = {"originals": RANDOM.random((3, 28, 28)), "changed": RANDOM.random((3, 7, 28, 28))}


def curves(*kinds, losses=(3.0, 1.0, 2.0)):
    """Give what makes learning curves of so many seeds, every run with the same losses."""
    history = [
        {"loss": 1.0, "accuracy": 0.9, "validation_loss": loss, "validation_accuracy": 0.8}
        for loss in losses
    ]

    def result(seeds):
        runs = [{"seed": seed, "accuracy": 0.5, "history": history} for seed in range(seeds)]
        return learning(**dict.fromkeys(kinds, runs))

    return result


def mistakes(count):
    row = {"label": 4, "answer": 9, "runs": 2, "confidence": 0.9, "place": 0}
    return {"images": np.ones((count, 1, 28, 28)), "rows": [row] * count, "networks": 2}


RESULTS = {
    "learning_curves": curves("adam", "rmsprop"),
    "optimisers": curves("adam", "rmsprop"),
    "cover_training": curves("adam", "rmsprop"),
    "splits": curves("usual", "inverted", "patient"),
    "overfitting": curves("plain", "dropout", "augmented", losses=np.linspace(3, 1, 30)),
    "confusion_matrix": lambda _: {"counts": np.diag([9] * 10) + np.eye(10, k=1, dtype=int)},
    "mistaken_digits": lambda _: mistakes(3),
    "augmented_digits": lambda _: VARIATIONS,
    "augmented_pair": lambda _: VARIATIONS,
}


@pytest.mark.parametrize("seeds", [1, 2])
@pytest.mark.parametrize("name", RESULTS)
def test_is_drawn_from_one_seed_and_from_several(name, seeds):
    check(name, RESULTS[name](seeds))


def test_a_test_without_mistakes_is_drawn_without_any():
    check("mistaken_digits", mistakes(0))


def test_each_half_of_the_pair_has_six_tiles_at_the_same_places():
    drawing = draw("augmented_pair", VARIATIONS)

    images = ElementTree.fromstring(drawing.data).iter(f"{SVG}image")
    moved = (re.findall(r"-?[\d.]+", image.get("transform")) for image in images)
    places = sorted((round(float(x)), round(float(y))) for *_, x, y in moved)
    left, right = places[:6], places[6:]
    half = drawing.width / 2
    assert half / drawing.height == pytest.approx(1.5, rel=0.01)
    assert [(pytest.approx(x + half, abs=1), y) for x, y in left] == right
