"""The pixel-remap experiment: what a fixed shuffle of every image costs each network."""

from base64 import b64encode
from io import BytesIO

import torch
from PIL import Image
from torch import Tensor

from cnnviz.lessons.pixel_remap import results
from cnnviz.lessons.shared.digits import tensors
from cnnviz.lessons.shared.repeats import summaries, summary
from cnnviz.lessons.shared.trained import trained_network
from cnnviz.methods.pixel_remap import PixelRemap
from cnnviz.results import Images, Run, where
from cnnviz.training import accuracy


def remap_letters(side: int, seed: int) -> results.Letters:
    """Name the cells of a grid A00, A01, … (row, column) and say where each one goes."""
    places = torch.arange(side * side).float().reshape(1, 1, side, side)
    moved = PixelRemap(side, side, seed)(places).long().flatten().tolist()
    names = [f"A{place // side}{place % side}" for place in range(side * side)]
    after = [names[place] for place in moved]
    goes = {name: names[after.index(name)] for name in names}
    return {"side": side, "before": names, "after": after, "goes": goes}


def remap_images(data: Images, seed: int) -> results.Remapped:
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


def parking_images(data: Images, seed: int, count: int) -> results.Spaces:
    """Give the first spaces of each class, as they are and remapped, as data URIs."""
    images, labels = tensors(data, "test")
    first = torch.cat([images[labels == label][:count] for label in (0, 1)])
    moved = PixelRemap.fitting(first, seed=seed)(first)
    return {
        "original": [_exact(image) for image in first],
        "remapped": [_exact(image) for image in moved],
    }


def remap_accuracy(runs: list[Run]) -> results.Accuracies:
    """Compare test accuracy on original images (blocks of 1 px) and in the largest blocks."""
    rows = _rows(runs)
    largest = max(row["block"] for row in rows)
    compared: results.Losses = {}
    for network in sorted({row["network"] for row in rows}):
        original, remapped = (_by_seed(rows, network, block) for block in (1, largest))
        compared[network] = {
            "original": summary(list(original.values())),
            "remapped": summary(list(remapped.values())),
            "loss": summary([original[seed] - remapped[seed] for seed in original]),
        }
    return {"runs": rows, "summary": compared}


def parking_remap(data: Images, runs: list[Run]) -> results.ParkingAccuracies:
    """Compare test accuracy on original and remapped parking spaces."""
    _, labels = tensors(data, "test")
    occupied = labels.float().mean().item()
    return {**remap_accuracy(runs), "commoner": max(occupied, 1 - occupied)}


def remap_blocks(runs: list[Run]) -> results.Blocks:
    """Give test accuracy by block size."""
    rows = _rows(runs)
    ordered = sorted(rows, key=lambda row: (row["network"], row["block"]))
    return {"runs": rows, "summary": summaries(ordered, "accuracy", "network", "block")}


def remap_after_training(data: Images, runs: list[Run]) -> results.AfterTraining:
    """Remap the test images only: networks trained on originals meet shuffled digits."""
    images, labels = tensors(data, "test")
    rows: list[results.Fall] = []
    for run in runs:
        shuffled = PixelRemap.fitting(images, seed=run["seed"])(images)
        after = accuracy(trained_network(run, data), shuffled, labels)
        rows.append(
            {
                "network": run["network"],
                "seed": run["seed"],
                "before": run["accuracy"],
                "after": after,
            }
        )
    before, after_training = (summaries(rows, when, "network") for when in ("before", "after"))
    compared = {
        network: {"before": before[network], "after": after_training[network]}
        for network in sorted(before)
    }
    return {"runs": rows, "summary": compared}


def neighbour_correlation(data: Images, repeats: int, farthest: int) -> results.Correlations:
    """Measure how alike pixels are that lie 1, 2, … pixels apart in a row, before and after.

    The likeness is Pearson's correlation over all test images and all such pairs of places.
    Each repeat shuffles with another seed.
    """
    images, _ = tensors(data, "test")
    rows: list[results.Pair] = []
    for distance in range(1, farthest + 1):
        original = _correlation(images, distance)
        for seed in range(repeats):
            moved = _correlation(PixelRemap.fitting(images, seed=seed)(images), distance)
            rows.append(
                {"distance": distance, "seed": seed, "original": original, "remapped": moved}
            )
    nearest = where(rows, distance=1)
    compared = {
        "original": summary([row["original"] for row in nearest]),
        "remapped": summary([row["remapped"] for row in nearest]),
    }
    return {"runs": rows, "summary": compared}


def permuted_weights(data: Images, run: Run) -> dict[str, float]:
    """Compare an MLP on original images with itself on remapped ones, its first weights moved too.

    Gives the largest difference of any score, and the share of equal answers.
    """
    images, _ = tensors(data, "test")
    network = trained_network(run, data)
    remap = PixelRemap.fitting(images, seed=run["seed"])
    with torch.no_grad():
        before = network(images)
        weights = network.get_parameter("dense1.weight")
        weights.copy_(weights[:, remap.order])
        after = network(remap(images))
    alike = (before.argmax(1) == after.argmax(1)).float().mean()
    return {"difference": (before - after).abs().max().item(), "alike": alike.item()}


def _rows(runs: list[Run]) -> list[results.BlockRun]:
    return [
        {
            "network": run["network"],
            "block": run["block"],
            "seed": run["seed"],
            "accuracy": run["accuracy"],
        }
        for run in runs
    ]


def _by_seed(rows: list[results.BlockRun], network: str, block: int) -> dict[int, float]:
    return {row["seed"]: row["accuracy"] for row in where(rows, network=network, block=block)}


def _correlation(images: Tensor, distance: int) -> float:
    left, right = images[..., :-distance].flatten(), images[..., distance:].flatten()
    return float(torch.corrcoef(torch.stack([left, right]))[0, 1])


def _exact(image: Tensor) -> str:
    """Give a colour image as a data URI in PNG, which loses nothing of shuffled pixels."""
    file = BytesIO()
    pixels = image.mul(255).round().byte().permute(1, 2, 0).numpy()
    Image.fromarray(pixels).save(file, "png", optimize=True)
    return f"data:image/png;base64,{b64encode(file.getvalue()).decode()}"
