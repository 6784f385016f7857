"""The drawings of the noise lesson, from one seed and from several."""

import re
from itertools import product

import numpy as np
import pytest

from cnnviz.lessons.noise.results import KINDS, NOISE
from tests.drawings import check, draw
from tests.lessons.repeats import repeats

NETWORKS = ("lenet5", "mlp")


def rows(seeds, **values):
    """Give a row for each network, seed and kind, all of the same values."""
    return [
        {"network": network, "seed": seed, "kind": kind, **values}
        for network, seed, kind in product(NETWORKS, range(seeds), KINDS)
    ]


def answers(seeds):
    bins = [0] * 80 + [1] * 20
    runs = rows(seeds, images=20, answers=[2] * 10, confidence=0.6, histogram=bins)
    return {"runs": runs, "summary": dict.fromkeys(NETWORKS)}


def threshold(seeds, passing=None):
    runs = rows(seeds, passing=np.linspace(1, 0, 100) if passing is None else passing)
    means = {kind: repeats(0.4) for kind in NOISE} | {"threshold": repeats(0.05)}
    return {"kept": 0.95, "runs": runs, "summary": dict.fromkeys(NETWORKS, means)}


def reliability(seeds):
    bins = {"images": 3, "confidence": 0.55, "accuracy": 0.6}
    runs = [{"network": n, "seed": s, "bin": 5, **bins} for n, s in product(NETWORKS, range(seeds))]
    return {"runs": runs, "summary": {name: {"error": repeats(0.05)} for name in NETWORKS}}


def one_answer(seeds):
    answer = {"digit": 3, "confidence": 0.1, "probabilities": [0.1] * 10}
    return {"image": np.eye(28), "answers": dict.fromkeys(NETWORKS, answer)}


RESULTS = {
    "noise_kinds": lambda seeds: dict.fromkeys(NOISE, np.ones((3, 4, 4))),
    "noise_answer": one_answer,
    "cover_noise": one_answer,
    "noise_predictions": answers,
    "noise_confidence": answers,
    "noise_threshold": threshold,
    "reliability": reliability,
}


@pytest.mark.parametrize("seeds", [1, 2])
@pytest.mark.parametrize("name", RESULTS)
def test_is_drawn_from_one_seed_and_from_several(name, seeds):
    check(name, RESULTS[name](seeds))


def lines(drawing):
    """Give how many lines the curves of a drawing have, stroke by stroke."""
    paths = re.findall(r'<path d="([^"]+)"[^>]*stroke-linecap: round', drawing.data.decode())
    return [path.count("L") for path in paths]


def test_curves_have_no_needless_points():
    """A straight fall needs its ends; a hundred points that go up and down are all seen."""
    straight, jagged = np.linspace(1, 0, 100), np.arange(100) % 2

    assert max(lines(draw("noise_threshold", threshold(1, jagged)))) > 90
    assert max(lines(draw("noise_threshold", threshold(1, straight)))) < 5
