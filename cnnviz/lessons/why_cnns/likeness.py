"""How alike a digit is to itself after a shift, pixel by pixel, and what centring repairs."""

from typing import Any

import torch
from torch import Tensor

from cnnviz.lessons.shared.digits import tensors
from cnnviz.lessons.shared.repeats import summary
from cnnviz.lessons.shared.trained import trained_network
from cnnviz.methods.shifts import centred, shifted
from cnnviz.training import accuracy

WAYS = ("right", "down")


def by_shift(data: dict[str, Any], farthest: int) -> dict[str, Any]:
    """Correlate the pixels of test digits with those of the same digits, shifted.

    One row for each class, way and amount. The summary has the means over the classes, and to
    compare, the mean correlation of two different digits of the `same` class and of `other`s.
    """
    images, labels = tensors(data, "test")
    own = _standardised(images)
    amounts = range(-farthest, farthest + 1)
    rows = []
    for way in WAYS:
        for amount in amounts:
            moved = _standardised(shifted(images, **{way: amount}))
            alike = (moved * own).sum(dim=1)
            for label in labels.unique().tolist():
                mean = alike[labels == label].mean().item()
                row = {"way": way, "amount": amount, "label": label, "likeness": mean}
                rows.append(row)
    means = {
        way: {
            str(amount): summary(
                [row["likeness"] for row in rows if (row["way"], row["amount"]) == (way, amount)]
            )
            for amount in amounts
        }
        for way in WAYS
    }
    return {"runs": rows, "summary": means | _strangers(own, labels)}


def recentred(data: dict[str, Any], runs: list[dict[str, Any]], shift: int) -> dict[str, Any]:
    """Measure test accuracy on digits as they are, `shifted` to the right, and then centred."""
    images, labels = tensors(data, "test")
    moved = shifted(images, right=shift)
    shown = {"original": images, "shifted": moved, "centred": centred(moved)}
    rows = []
    for run in runs:
        network = trained_network(run, data)
        reached = {kind: accuracy(network, some, labels) for kind, some in shown.items()}
        rows.append({"network": run["network"], "seed": run["seed"], **reached})
    names = dict.fromkeys(row["network"] for row in rows)
    compared = {
        name: {
            kind: summary([row[kind] for row in rows if row["network"] == name]) for kind in shown
        }
        for name in names
    }
    return {"shift": shift, "runs": rows, "summary": compared}


def _standardised(images: Tensor) -> Tensor:
    """Give images as vectors whose products are Pearson's correlations."""
    centred_values = images.flatten(1) - images.flatten(1).mean(dim=1, keepdim=True)
    return centred_values / centred_values.norm(dim=1, keepdim=True).clamp(min=1e-12)


def _strangers(own: Tensor, labels: Tensor) -> dict[str, float]:
    alike = own @ own.T
    same = labels[:, None] == labels
    pairs = ~torch.eye(len(labels), dtype=torch.bool)
    return {"same": alike[same & pairs].mean().item(), "other": alike[~same].mean().item()}
