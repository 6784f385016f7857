"""Shortcut learning: networks that learn a planted mark instead of the picture."""

from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from cnnviz.data.mark import marked
from cnnviz.experiments.digits import tensors
from cnnviz.experiments.repeats import summary
from cnnviz.experiments.training import trained_network
from cnnviz.methods.grad_cam import grad_cam
from cnnviz.training import accuracy

CONDITIONS = ("none", "agreeing", "misleading")


def tested(data: dict[str, Any], runs: list[dict[str, Any]], side: int) -> dict[str, Any]:
    """Test each run without the mark, with it where it was taught, and with it where it misleads.

    Agreeing: images of class 1 have the mark. Misleading: the others have it. Gives a row for
    each run and condition, and a summary for runs that were taught the mark and those not.
    """
    images, labels = tensors(data, "test")
    rows = []
    for run in runs:
        network = trained_network(run, data)
        for condition in CONDITIONS:
            reached = accuracy(network, _under(condition, images, labels, side), labels)
            taught = "marked" if run["recipe"]["mark"] else "clean"
            rows.append(
                {
                    "taught": taught,
                    "seed": run["seed"],
                    "condition": condition,
                    "accuracy": reached,
                }
            )
    return {"runs": rows, "summary": _summaries(rows)}


def attended(
    data: dict[str, Any], runs: list[dict[str, Any]], layer: str, side: int, count: int
) -> dict[str, Any]:
    """Measure how much of Grad-CAM's evidence for class 1 lies on the mark.

    Looked at are the first images of class 1, marked as in training. `share` is the part of the
    map's sum that lies in the corner with the mark, beside `area`, the corner's part of the
    image. The first run of each kind also gives its images and maps.
    """
    images, labels = tensors(data, "test")
    chosen = images[labels == 1][:count]
    shown = marked(chosen, torch.ones(len(chosen), dtype=torch.bool), side)
    rows: list[dict[str, Any]] = []
    maps: dict[str, np.ndarray] = {}
    for run in runs:
        taught = "marked" if run["recipe"]["mark"] else "clean"
        evidence = _evidence(trained_network(run, data), layer, shown)
        maps.setdefault(f"maps.{taught}", evidence.numpy())
        share = _corner_share(evidence, side)
        rows.append({"taught": taught, "seed": run["seed"], "share": share})
    kinds = sorted({row["taught"] for row in rows})
    return {
        "images": shown.numpy(),
        "area": (side + 2) ** 2 / (images.shape[2] * images.shape[3]),
        "runs": rows,
        "summary": {
            kind: summary([row["share"] for row in rows if row["taught"] == kind]) for kind in kinds
        },
        **maps,
    }


def _under(condition: str, images: Tensor, labels: Tensor, side: int) -> Tensor:
    if condition == "none":
        return images
    return marked(images, (labels == 1) == (condition == "agreeing"), side)


def _evidence(network: nn.Module, layer: str, images: Tensor) -> Tensor:
    """Give Grad-CAM for class 1, enlarged to the images."""
    ones = torch.ones(len(images), dtype=torch.long)
    small = grad_cam(network, layer, images, ones)[:, None]
    return nn.functional.interpolate(small, images.shape[2:], mode="bilinear")[:, 0]


def _corner_share(evidence: Tensor, side: int) -> float:
    """Give the mean share of the evidence in the corner, over the images that have any."""
    total = evidence.sum(dim=(1, 2))
    corner = evidence[:, : side + 2, : side + 2].sum(dim=(1, 2))
    return float((corner[total > 0] / total[total > 0]).mean()) if (total > 0).any() else 0.0


def _summaries(rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        taught: {
            condition: summary(
                [
                    row["accuracy"]
                    for row in rows
                    if (row["taught"], row["condition"]) == (taught, condition)
                ]
            )
            for condition in CONDITIONS
        }
        for taught in sorted({row["taught"] for row in rows})
    }
