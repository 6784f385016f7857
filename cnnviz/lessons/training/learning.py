"""How networks learn: their curves, what decides how far they get, and what they still mistake."""

from collections.abc import Callable
from typing import Any

import numpy as np
import torch

from cnnviz.choice import UnknownName
from cnnviz.lessons.shared.digits import tensors
from cnnviz.lessons.shared.repeats import summary
from cnnviz.lessons.shared.trained import trained_network
from cnnviz.training import probabilities

# What trainings can be told apart by, and what a run says of it.
ASPECTS: dict[str, Callable[[dict[str, Any]], str]] = {
    "network": lambda run: run["network"],
    "optimiser": lambda run: run["recipe"].get("optimiser", "adam"),
    "augmentation": lambda run: "augmented" if run["augmented"] else "plain",
    "split": lambda run: "swapped" if run["recipe"]["swapped"] else "usual",
}


def compared(runs: list[dict[str, Any]], by: str) -> dict[str, Any]:
    """Compare trainings that differ in one aspect: their curves and their test accuracy.

    Gives one row an epoch of every run, the accuracy of every run, and a summary for each kind.
    """
    if by not in ASPECTS:
        raise UnknownName("aspect", by, ASPECTS)
    kind = ASPECTS[by]
    curves = [
        {"kind": kind(run), "seed": run["seed"], "epoch": epoch, **entry}
        for run in runs
        for epoch, entry in enumerate(run["history"], start=1)
    ]
    reached = [
        {"kind": kind(run), "seed": run["seed"], "accuracy": run["accuracy"]} for run in runs
    ]
    kinds = list(dict.fromkeys(row["kind"] for row in reached))
    return {
        "curves": curves,
        "runs": reached,
        "summary": {
            name: summary([row["accuracy"] for row in reached if row["kind"] == name])
            for name in kinds
        },
    }


def confusion(data: dict[str, Any], runs: list[dict[str, Any]]) -> dict[str, Any]:
    """Count which class is taken for which, over the test images and all runs.

    `counts` is (class, answer); `runs` has the counts of each.
    """
    images, labels = tensors(data, "test")
    counted = []
    for run in runs:
        answers = probabilities(trained_network(run, data), images).argmax(dim=1)
        pairs = labels * run["classes"] + answers
        counts = pairs.bincount(minlength=run["classes"] ** 2)
        counted.append(counts.reshape(run["classes"], run["classes"]).numpy())
    return {
        "runs": [{"network": run["network"], "seed": run["seed"]} for run in runs],
        "by_run": np.stack(counted),
        "counts": np.sum(counted, axis=0),
    }


def mistaken(data: dict[str, Any], runs: list[dict[str, Any]], count: int) -> dict[str, Any]:
    """Give the test images that most networks mistake, the surest mistakes first among equals.

    For each: its place in the test part, its label, the commonest wrong answer, in how many
    runs it was mistaken, and the mean probability that the wrong answers got.
    """
    images, labels = tensors(data, "test")
    chances = torch.stack([probabilities(trained_network(run, data), images) for run in runs])
    sureness, answers = chances.max(dim=2)
    wrong = answers != labels
    times = wrong.sum(dim=0)
    confidence = (sureness * wrong).sum(dim=0) / times.clamp(min=1)
    order = (times + confidence).argsort(descending=True, stable=True)
    chosen = order[times[order] > 0][:count]
    commonest = [answers[wrong[:, place], place].mode().values.item() for place in chosen]
    return {
        "images": images[chosen].numpy(),
        "rows": [
            {
                "place": int(place),
                "label": int(labels[place]),
                "answer": int(answer),
                "runs": int(times[place]),
                "confidence": float(confidence[place]),
            }
            for place, answer in zip(chosen, commonest, strict=True)
        ],
        "networks": len(runs),
    }
