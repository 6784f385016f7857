"""Which filters the first layers learned: as pictures, and as edges and Gabor patches."""

from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from cnnviz.experiments.photos import imagenet_network
from cnnviz.experiments.repeats import summary
from cnnviz.experiments.training import WEIGHTS, trained_network
from cnnviz.experiments.untrained import untrained_network
from cnnviz.methods.gabor import best_gabor
from cnnviz.methods.kernels import kernels
from cnnviz.methods.sobel import chance, sobel_edges
from cnnviz.training import seeded

DEAD = 1e-4  # a kernel so much shorter than the longest does nothing
RANDOM = 2000  # kernels that tell what chance alone reaches
EXCEEDED = 0.05  # by this share of them
MOSTLY = 0.5  # of a kernel's squared weights
ONLY_COLOUR, MOSTLY_GREY = 0.9, 0.3  # of them that only colour excites; by chance it is 2/3


def of_digits(runs: list[dict[str, Any]], dense: dict[str, Any], units: int) -> dict[str, Any]:
    """Give the first kernels of every run, (run, filter, height, width), and a dense layer's.

    `units` are the weights of so many hidden units of an MLP, as large as its images.
    """
    weights = dense[f"{WEIGHTS}dense1.weight"]
    side = round(weights.shape[1] ** 0.5)
    return {
        "kernels": np.stack([run[f"{WEIGHTS}conv1.weight"][:, 0] for run in runs]),
        "units": weights[:units].reshape(-1, side, side),
        "seeds": [run["seed"] for run in runs],
    }


def of_parking(data: dict[str, Any], run: dict[str, Any], source: str) -> dict[str, Any]:
    """Give the first kernels of the parking network, (filter, colour, height, width)."""
    learned = _first(trained_network(run, data))
    return {"kernels": learned.numpy(), "source": source, **_colours(learned)}


def of_imagenet(network: str, weights: str) -> dict[str, Any]:
    """Give the first kernels of the ImageNet network."""
    learned = _first(imagenet_network(network, weights))
    return {"kernels": learned.numpy(), "network": network, **_colours(learned)}


def settling(runs: list[dict[str, Any]]) -> dict[str, Any]:
    """Measure how like its last state each first filter already is, epoch by epoch.

    A row has the cosines of all filters of a run, and their mean.
    """
    rows = []
    for run in runs:
        epochs = sorted(int(name.split(".")[1]) for name in run if name.startswith("kernels."))
        last = torch.from_numpy(run[f"kernels.{epochs[-1]}"]).flatten(1)
        for epoch in epochs:
            now = torch.from_numpy(run[f"kernels.{epoch}"]).flatten(1)
            alike = torch.cosine_similarity(now, last)
            rows.append(
                {
                    "seed": run["seed"],
                    "epoch": epoch,
                    "filters": alike.tolist(),
                    "alike": float(alike.mean()),
                }
            )
    return {
        "runs": rows,
        "last": epochs[-1],
        "summary": {
            str(epoch): summary([row["alike"] for row in rows if row["epoch"] == epoch])
            for epoch in epochs
        },
    }


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
            after, before = _first(trained_network(run, data)), _first(untrained_network(run, data))
            groups += [(name, seed, True, after), (name, seed, False, before)]
            alike = torch.cosine_similarity(before.flatten(1), after.flatten(1))
            stayed.setdefault(name, []).append(float(alike.mean()))
    groups.append((imagenet["network"], 0, True, _first(imagenet_network(**imagenet))))
    sides = sorted({learned.shape[-1] for *_, learned in groups})
    by_chance = {str(side): _by_chance(side) for side in sides}
    rows: list[dict[str, Any]] = []
    dead: dict[str, int] = {}
    for name, seed, trained, learned in groups:
        alive = _alive(learned)
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


def fits(run: dict[str, Any]) -> dict[str, Any]:
    """Give a run's first kernels beside their Sobel parts and their best Gabor patches."""
    learned = torch.from_numpy(run[f"{WEIGHTS}conv1.weight"]).sum(dim=1)
    edge, patch = sobel_edges(learned), best_gabor(learned)
    return {
        "kernels": learned.numpy(),
        "sobel": edge.part.numpy(),
        "gabor": patch.patch.numpy(),
        "edge": edge.edge.tolist(),
        "explained": patch.share.tolist(),
        "seed": run["seed"],
    }


def _first(network: nn.Module) -> Tensor:
    """Give the kernels of a network's first convolution."""
    name = next(name for name, part in network.named_modules() if isinstance(part, nn.Conv2d))
    return kernels(network, name)


def _alive(learned: Tensor) -> Tensor:
    lengths = learned.flatten(1).norm(dim=1)
    return lengths > DEAD * lengths.max()


def _colours(learned: Tensor) -> dict[str, Any]:
    """Tell which kernels are dead, and how much of the others only colour pictures excite.

    That is the share of squared weights that is left when each colour gets the mean of all.
    """
    alive = _alive(learned)
    grey = learned.mean(dim=1, keepdim=True).expand_as(learned)
    left = (learned - grey).flatten(1).square().sum(dim=1)
    share = left / learned.flatten(1).square().sum(dim=1)
    return {
        "alive": alive.tolist(),
        "dead": int((~alive).sum()),
        "count": len(learned),
        "colour": [float(one) if lives else None for one, lives in zip(share, alive, strict=True)],
        "living": int(alive.sum()),
        "only_colour": int((share[alive] > ONLY_COLOUR).sum()),
        "mostly_grey": int((share[alive] < MOSTLY_GREY).sum()),
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
