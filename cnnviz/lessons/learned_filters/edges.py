"""Are first filters edges, or Gabor patches? Kernel by kernel, and against chance."""

from typing import Any

import numpy as np
import torch
from torch import Tensor

from cnnviz.lessons.learned_filters.experiments import first_kernels, living
from cnnviz.lessons.shared.photos import imagenet_network
from cnnviz.lessons.shared.repeats import summary
from cnnviz.lessons.shared.trained import trained_network
from cnnviz.lessons.shared.untrained import untrained_network
from cnnviz.methods.gabor import best_gabor
from cnnviz.methods.sobel import chance, sobel_edges
from cnnviz.training import seeded

RANDOM = 2000  # kernels that tell what chance alone reaches
EXCEEDED = 0.05  # by this share of them
MOSTLY = 0.5  # of a kernel's squared weights


def edges(
    digits: dict[str, Any],
    digit_runs: list[dict[str, Any]],
    parking: dict[str, Any],
    parking_runs: list[dict[str, Any]],
    imagenet: dict[str, Any],
) -> dict[str, Any]:
    """Compare first kernels with Sobel's and with Gabor patches, and both with chance.

    Colour kernels are taken as they act on grey pictures: summed over their colours. A row is
    a kernel, with `trained` false as it was before training; kernels that do nothing have
    no row and are counted as `dead`. `strict` tells that more than half of its squared weights
    are Sobel's, and more than in 95 % of random kernels; `loose` that a Gabor patch explains
    more of it than of 95 % of random ones. `chance` is by a kernel's side.

    The summary is by network, of its runs' shares, and `imagenet` that network's; `gain` is what
    training adds to the share that Gabor patches explain, and `stayed` the cosine of kernels
    before and after it.
    """
    groups: list[tuple[str, int, bool, Tensor]] = []
    stayed: dict[str, list[float]] = {}
    for data, runs in ((digits, digit_runs), (parking, parking_runs)):
        for run in runs:
            name, seed = run["network"], run["seed"]
            after, before = (
                first_kernels(trained_network(run, data)),
                first_kernels(untrained_network(run, data)),
            )
            groups += [(name, seed, True, after), (name, seed, False, before)]
            alike = torch.cosine_similarity(before.flatten(1), after.flatten(1))
            stayed.setdefault(name, []).append(float(alike.mean()))
    groups.append((imagenet["network"], 0, True, first_kernels(imagenet_network(**imagenet))))
    sides = sorted({learned.shape[-1] for *_, learned in groups})
    by_chance = {str(side): _by_chance(side) for side in sides}
    rows: list[dict[str, Any]] = []
    dead: dict[str, int] = {}
    for name, seed, trained, learned in groups:
        alive = living(learned)
        if trained:
            dead[name] = dead.get(name, 0) + int((~alive).sum())
        told = {"network": name, "seed": seed, "trained": trained}
        rows += [told | row for row in _kernels(learned, alive, by_chance)]
    networks = list(dict.fromkeys(name for name, *_ in groups))
    return {
        "networks": networks,
        "chance": by_chance,
        "dead": dead,
        "kernels": rows,
        "summary": {name: _summary(rows, name) for name in networks},
        "imagenet": _summary(rows, imagenet["network"]),
        "gain": {name: _gain(rows, name) for name in stayed},
        "stayed": {name: summary(values) for name, values in stayed.items()},
    }


def _kernels(
    learned: Tensor, alive: Tensor, by_chance: dict[str, dict[str, float]]
) -> list[dict[str, Any]]:
    grey = learned[alive].sum(dim=1)
    limits = by_chance[str(grey.shape[-1])]
    edge, patch = sobel_edges(grey), best_gabor(grey)
    return [
        {
            "side": grey.shape[-1],
            "edge": float(edge.edge[at]),
            "flat": float(edge.flat[at]),
            "angle": float(edge.angle[at]),
            "gabor": float(patch.share[at]),
            "strict": bool(edge.edge[at] > max(MOSTLY, limits["edge"])),
            "loose": bool(patch.share[at] > limits["gabor"]),
        }
        for at in range(len(grey))
    ]


def _by_chance(side: int) -> dict[str, float]:
    with seeded(0):
        drawn = best_gabor(torch.randn(RANDOM, side, side)).share
    return {
        "edge": chance(side, EXCEEDED),
        "edge_mean": 2 / side**2,
        "gabor": float(drawn.quantile(1 - EXCEEDED)),
        "gabor_mean": float(drawn.mean()),
        "exceeded": EXCEEDED,
    }


def _gain(rows: list[dict[str, Any]], network: str) -> dict[str, float]:
    """Summarise, run by run, how much better Gabor patches fit after training than before."""
    runs: dict[int, dict[bool, list[float]]] = {}
    for row in rows:
        if row["network"] == network:
            of_run = runs.setdefault(row["seed"], {True: [], False: []})
            of_run[row["trained"]].append(row["gabor"])
    return summary([float(np.mean(run[True]) - np.mean(run[False])) for run in runs.values()])


def _summary(rows: list[dict[str, Any]], network: str) -> dict[str, Any]:
    """Summarise a network's runs by state: shares of kernels, and mean measures."""
    found: dict[str, Any] = {}
    for state, trained in (("trained", True), ("untrained", False)):
        runs: dict[int, list[dict[str, Any]]] = {}
        for row in rows:
            if (row["network"], row["trained"]) == (network, trained):
                runs.setdefault(row["seed"], []).append(row)
        if runs:
            found[state] = {"kernels": sum(len(run) for run in runs.values())} | {
                what: summary([float(np.mean([row[what] for row in run])) for run in runs.values()])
                for what in ("strict", "loose", "edge", "flat", "gabor")
            }
    return found
