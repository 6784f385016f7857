"""The pixel-remap experiment: what a fixed shuffle of every image costs each network."""

from base64 import b64encode
from io import BytesIO
from typing import Any

import numpy as np
import torch
from PIL import Image
from torch import Tensor

from cnnviz.lessons.shared.digits import tensors
from cnnviz.lessons.shared.repeats import summary
from cnnviz.lessons.shared.trained import trained_network
from cnnviz.methods.pixel_remap import PixelRemap
from cnnviz.training import accuracy as measured


def pictures(data: dict[str, Any], seed: int) -> dict[str, np.ndarray]:
    """Give the first test image of each digit as it is, remapped, and put back."""
    images, labels = tensors(data, "test")
    first = torch.stack([images[labels == digit][0] for digit in labels.unique()])
    remap = PixelRemap.fitting(first, seed=seed)
    moved = remap(first)
    return {
        "original": first[:, 0].numpy(),
        "remapped": moved[:, 0].numpy(),
        "restored": remap.inverse(moved)[:, 0].numpy(),
    }


def parking_pictures(data: dict[str, Any], seed: int, count: int, stand_in: bool) -> dict[str, Any]:
    """Give the first spaces of each class, as they are and remapped, as data URIs."""
    images, labels = tensors(data, "test")
    first = torch.cat([images[labels == label][:count] for label in (0, 1)])
    moved = PixelRemap.fitting(first, seed=seed)(first)
    return {
        "original": [_exact(image) for image in first],
        "remapped": [_exact(image) for image in moved],
        "labels": [0] * count + [1] * count,
        "stand_in": stand_in,
    }


def parking_accuracy(
    data: dict[str, Any], runs: list[dict[str, Any]], stand_in: bool
) -> dict[str, Any]:
    """Compare test accuracy on original and remapped parking spaces, as `accuracy` does.

    Says besides what always giving the commoner answer would reach on the test spaces.
    """
    _, labels = tensors(data, "test")
    occupied = labels.float().mean().item()
    return accuracy(runs) | {"commoner": max(occupied, 1 - occupied), "stand_in": stand_in}


def _exact(image: Tensor) -> str:
    """Give a colour image as a data URI in PNG, which loses nothing of shuffled pixels."""
    file = BytesIO()
    pixels = image.mul(255).round().byte().permute(1, 2, 0).numpy()
    Image.fromarray(pixels).save(file, "png", optimize=True)
    return f"data:image/png;base64,{b64encode(file.getvalue()).decode()}"


def accuracy(runs: list[dict[str, Any]]) -> dict[str, Any]:
    """Compare test accuracy on original and remapped images.

    Gives the raw runs and, for each network, a summary of `original` (blocks of 1 px),
    `remapped` (the largest block) and `loss`, the difference seed by seed.
    """
    rows = [{name: run[name] for name in ("network", "block", "seed", "accuracy")} for run in runs]
    largest = max(row["block"] for row in rows)
    compared = {}
    for network in sorted({row["network"] for row in rows}):
        original = _by_seed(rows, network, 1)
        remapped = _by_seed(rows, network, largest)
        compared[network] = {
            "original": summary(list(original.values())),
            "remapped": summary(list(remapped.values())),
            "loss": summary([original[seed] - remapped[seed] for seed in original]),
        }
    return {"runs": rows, "summary": compared}


def blocks(runs: list[dict[str, Any]]) -> dict[str, Any]:
    """Give test accuracy by block size: the raw runs, and a summary for each network and size."""
    rows = [{name: run[name] for name in ("network", "block", "seed", "accuracy")} for run in runs]
    compared: dict[str, dict[str, Any]] = {}
    for network, block in sorted({(row["network"], row["block"]) for row in rows}):
        values = list(_by_seed(rows, network, block).values())
        compared.setdefault(network, {})[str(block)] = summary(values)
    return {"runs": rows, "summary": compared}


def after_training(data: dict[str, Any], runs: list[dict[str, Any]]) -> dict[str, Any]:
    """Remap the test images only: networks trained on originals meet shuffled digits."""
    images, labels = tensors(data, "test")
    rows = []
    for run in runs:
        network = trained_network(run, data)
        remap = PixelRemap.fitting(images, seed=run["seed"])
        row = {"network": run["network"], "seed": run["seed"], "before": run["accuracy"]}
        rows.append(row | {"after": measured(network, remap(images), labels)})
    compared = {
        network: {
            when: summary([row[when] for row in rows if row["network"] == network])
            for when in ("before", "after")
        }
        for network in sorted({row["network"] for row in rows})
    }
    return {"runs": rows, "summary": compared}


def neighbours(data: dict[str, Any], repeats: int, farthest: int) -> dict[str, Any]:
    """Measure how alike pixels are that lie 1, 2, … pixels apart in a row, before and after.

    The likeness is Pearson's correlation over all test images and all such pairs of places.
    Each repeat shuffles with another seed.
    """
    images, _ = tensors(data, "test")
    rows = []
    for distance in range(1, farthest + 1):
        original = _correlation(images, distance)
        for seed in range(repeats):
            moved = PixelRemap.fitting(images, seed=seed)(images)
            row = {"distance": distance, "seed": seed, "original": original}
            rows.append(row | {"remapped": _correlation(moved, distance)})
    nearest = [row for row in rows if row["distance"] == 1]
    return {
        "runs": rows,
        "summary": {
            "original": summary([row["original"] for row in nearest]),
            "remapped": summary([row["remapped"] for row in nearest]),
        },
    }


def permuted_weights(data: dict[str, Any], run: dict[str, Any]) -> dict[str, float]:
    """Compare an MLP on original images with itself on remapped ones, its first weights moved too.

    Gives the largest difference of any score, and the share of equal answers.
    """
    images, _ = tensors(data, "test")
    network = trained_network(run, data)
    remap = PixelRemap.fitting(images, seed=run["seed"])
    with torch.no_grad():
        before = network(images)
        weights = network.get_submodule("dense1").weight
        assert isinstance(weights, torch.Tensor)
        weights.copy_(weights[:, remap.order])
        after = network(remap(images))
    alike = (before.argmax(1) == after.argmax(1)).float().mean()
    return {"difference": (before - after).abs().max().item(), "alike": alike.item()}


def _by_seed(rows: list[dict[str, Any]], network: str, block: int) -> dict[int, float]:
    return {
        row["seed"]: row["accuracy"]
        for row in rows
        if row["network"] == network and row["block"] == block
    }


def _correlation(images: torch.Tensor, distance: int) -> float:
    left, right = images[..., :-distance].flatten(), images[..., distance:].flatten()
    return float(torch.corrcoef(torch.stack([left, right]))[0, 1])
