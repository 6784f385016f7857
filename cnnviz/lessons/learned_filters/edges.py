"""Are first filters edges, or Gabor patches? Kernel by kernel, and against chance."""

from collections import Counter

import torch
from torch import Tensor

from cnnviz.lessons.learned_filters import results
from cnnviz.lessons.learned_filters.experiments import first_kernels, living
from cnnviz.lessons.shared.photos import imagenet_network
from cnnviz.lessons.shared.repeats import summaries, summary
from cnnviz.lessons.shared.trained import trained_network
from cnnviz.lessons.shared.untrained import untrained_network
from cnnviz.methods.gabor import best_gabor
from cnnviz.methods.sobel import chance, sobel_edges
from cnnviz.results import Images, Run, Summary, where
from cnnviz.training import seeded

RANDOM = 2000  # kernels that tell what chance alone reaches
EXCEEDED = 0.05  # by this share of them
MOSTLY = 0.5  # of a kernel's squared weights

Group = tuple[results.Origin, Tensor]


def kernel_edges(
    digits: Images,
    digit_runs: list[Run],
    parking: Images,
    parking_runs: list[Run],
    imagenet: dict[str, str],
) -> results.Edges:
    """Compare first kernels with Sobel's and with Gabor patches, and both with chance.

    Colour kernels are taken as they act on grey pictures: summed over their colours.
    """
    groups: list[Group] = []
    cosines = []
    for data, runs in ((digits, digit_runs), (parking, parking_runs)):
        for run in runs:
            name, seed = run["network"], run["seed"]
            after = first_kernels(trained_network(run, data))
            before = first_kernels(untrained_network(run, data))
            groups.append(({"network": name, "seed": seed, "trained": True}, after))
            groups.append(({"network": name, "seed": seed, "trained": False}, before))
            alike = torch.cosine_similarity(before.flatten(1), after.flatten(1)).mean()
            cosines.append({"network": name, "alike": float(alike)})
    known: results.Origin = {"network": imagenet["network"], "seed": 0, "trained": True}
    groups.append((known, first_kernels(imagenet_network(**imagenet))))
    sides = sorted({learned.shape[-1] for _, learned in groups})
    by_chance = {str(side): _chance(side) for side in sides}
    dead: Counter[str] = Counter()
    for origin, learned in groups:
        dead[origin["network"]] += int((~living(learned)).sum()) if origin["trained"] else 0
    rows = [row for origin, learned in groups for row in _kernels(origin, learned, by_chance)]
    states = {network: _states(where(rows, network=network)) for network in dead}
    stayed = summaries(cosines, "alike", "network")
    return {
        "networks": list(dead),
        "chance": by_chance,
        "dead": dead,
        "kernels": rows,
        "summary": states,
        "imagenet": states[imagenet["network"]],
        "gain": {network: _gain(where(rows, network=network)) for network in stayed},
        "stayed": stayed,
    }


def _kernels(
    origin: results.Origin, learned: Tensor, by_chance: dict[str, dict[str, float]]
) -> list[results.Kernel]:
    grey = learned[living(learned)].sum(dim=1)
    edge, patch = sobel_edges(grey), best_gabor(grey)
    limits = by_chance[str(grey.shape[-1])]
    return [
        {
            **origin,
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


def _chance(side: int) -> dict[str, float]:
    with seeded(0):
        drawn = best_gabor(torch.randn(RANDOM, side, side)).share
    return {
        "edge": chance(side, EXCEEDED),
        "edge_mean": 2 / side**2,
        "gabor": float(drawn.quantile(1 - EXCEEDED)),
        "gabor_mean": float(drawn.mean()),
        "exceeded": EXCEEDED,
    }


def _states(rows: list[results.Kernel]) -> results.States:
    """Summarise a network's runs: after training, and before it where that is known."""
    states = {"trained": where(rows, trained=True), "untrained": where(rows, trained=False)}
    return {state: _shares(kernels) for state, kernels in states.items() if kernels}


def _shares(rows: list[results.Kernel]) -> results.Shares:
    return {
        "kernels": len(rows),
        "strict": summary(_means(rows, "strict")),
        "loose": summary(_means(rows, "loose")),
        "edge": summary(_means(rows, "edge")),
        "flat": summary(_means(rows, "flat")),
        "gabor": summary(_means(rows, "gabor")),
    }


def _gain(rows: list[results.Kernel]) -> Summary:
    """Summarise, run by run, how much better Gabor patches fit after training than before."""
    after, before = (_means(where(rows, trained=trained), "gabor") for trained in (True, False))
    return summary([end - start for end, start in zip(after, before, strict=True)])


def _means(rows: list[results.Kernel], measure: str) -> list[float]:
    """Give the mean over the kernels of each run."""
    return [run["mean"] for run in summaries(rows, measure, "seed").values()]
