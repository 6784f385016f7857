"""Pooling by hand and on a digit, and how networks with and without it follow a moving digit."""

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import cast

import numpy as np
import torch
from torch import Tensor
from torch.nn.functional import avg_pool2d, max_pool2d

from cnnviz.lessons.pooling_and_invariance import results
from cnnviz.lessons.shared.digits import tensors
from cnnviz.lessons.shared.moved import moved
from cnnviz.lessons.shared.repeats import summaries
from cnnviz.lessons.shared.results import Amounts, KeptBy, MovedAccuracies, MovedRun
from cnnviz.lessons.shared.trained import trained_network
from cnnviz.methods.feature_maps import feature_maps
from cnnviz.methods.shifts import shifted
from cnnviz.models import network as built
from cnnviz.models.layers import layer_table
from cnnviz.results import Images, Run, where
from cnnviz.training import probabilities

# Layers of LeNet-5, and how many pixels lie between two neighbouring values of each: those that
# are compared, and those of which maps are shown.
STEPS = {"conv1": 1, "pool1": 2, "pool2": 4}
DRAWN = {"relu1": 1, "pool2": 4}
POOLINGS: dict[str, Callable[[Tensor], Tensor]] = {
    "none": lambda maps: maps,
    "max": lambda maps: max_pool2d(maps, 2),
    "average": lambda maps: avg_pool2d(maps, 2),
    "stride": lambda maps: maps[..., ::2, ::2],
}

Maps = dict[str, Tensor]  # by layer


def pooling_example(values: list[list[float]]) -> results.Pooled:
    """Pool a small table of numbers in windows of 2×2, by their maximum and by their average."""
    table = torch.tensor(values)[None]
    most, mean = max_pool2d(table, 2)[0].tolist(), avg_pool2d(table, 2)[0].tolist()
    return {"values": values, "max": most, "average": mean}


def pooled_digit(data: Images, label: int) -> results.PooledDigit:
    """Pool the first test digit of a class once and twice, in both ways."""
    image = _first(data, label)[0]
    ways: dict[str, Callable[[Tensor, int], Tensor]] = {"max": max_pool2d, "average": avg_pool2d}
    pooled = {f"{name}_{side}": way(image, side) for name, way in ways.items() for side in (2, 4)}
    return {name: one[0].numpy() for name, one in {"original": image, **pooled}.items()}


def pooling_discards(network: str) -> results.Discards:
    """Count, by `layers`, what goes into a network's poolings, and what comes out."""
    rows = layer_table(built(network, channels=1, size=28).eval(), (1, 28, 28))
    counted: dict[str, results.Discarded] = {}
    for before, row in pairwise(rows):
        if row.kind == "MaxPool2d":
            given, left = (torch.Size(layer.shape).numel() for layer in (before, row))
            counted[row.name] = results.Discarded(
                given=given, left=left, discarded=1 - left / given, parameters=row.parameters
            )
    return {"layers": counted}


def equivariance(
    data: Images, runs: list[Run], shifts: list[int], images: int
) -> results.Equivariance:
    """Compare the maps of shifted digits with the shifted maps of the digits, layer by layer.

    Digits count that lose nothing by the shift. The columns that come in with it have no
    counterpart and are left out. Where the shift is no whole number of a layer's steps, the
    maps are moved by the number of steps before or after it, whichever fits better.
    """
    every, _ = tensors(data, "test")
    digits = every[(every[..., -max(shifts) :] == 0).flatten(1).all(dim=1)][:images]
    rows: list[results.Following] = []
    for run in runs:
        for shift, still, after in _followed(run, data, digits, STEPS, shifts):
            for layer, step in STEPS.items():
                steps = {shift // step, -(-shift // step)}
                fits = [_difference(still[layer], after[layer], by) for by in steps]
                difference, largest = min(fits)
                row: results.Following = {
                    "layer": layer,
                    "shift": shift,
                    "whole": shift % step == 0,
                    "seed": run["seed"],
                    "difference": difference,
                    "largest": largest,
                }
                rows.append(row)
    summary = summaries(rows, "difference", "layer", "shift")
    return {"images": len(digits), "steps": STEPS, "runs": rows, "summary": summary}


def pooling_local(data: Images, runs: list[Run], farthest: int, images: int) -> results.Changes:
    """Measure how much the first maps change, place by place, when the digits are shifted.

    The change is the length of the difference as a share of that of the maps, mean over the
    images: of the maps themselves (`none`), and of what each way to a quarter of the values
    makes of them.
    """
    digits = tensors(data, "test")[0][:images]
    rows: list[results.Change] = []
    for run in runs:
        for shift, still, after in _followed(run, data, digits, ["relu1"], range(farthest + 1)):
            for kind, pooling in POOLINGS.items():
                change, _ = _difference(pooling(still["relu1"]), pooling(after["relu1"]), 0)
                rows.append({"kind": kind, "shift": shift, "seed": run["seed"], "change": change})
    summary = summaries(rows, "change", "kind", "shift")
    return {"images": len(digits), "runs": rows, "summary": summary}


def following_maps(data: Images, run: Run, label: int, shift: int) -> results.FollowingMaps:
    """Show one feature map of two layers for a digit and for the shifted digit.

    Of each layer it is the map that changes most from place to place.
    """
    image = _first(data, label)
    pair = torch.cat([image, shifted(image, right=shift)])
    arrays = {"image": pair[:, 0].numpy()}
    channels: dict[str, int] = {}
    for layer, maps in feature_maps(trained_network(run, data), pair, [*DRAWN]).items():
        channel = channels[layer] = int(maps[0].flatten(1).std(dim=1).argmax())
        still, after = maps[:, channel : channel + 1].split(1)
        left = (after - shifted(still, right=shift // DRAWN[layer])).abs()
        arrays |= {layer: maps[:, channel].numpy(), f"{layer}.left": left[0, 0].numpy()}
    told = {"label": label, "shift": shift, "channels": channels, **arrays}
    return cast(results.FollowingMaps, told)


def moved_images(data: Images, image: int, amounts: Amounts) -> results.MovedImages:
    """Show one test image under every amount of each transform."""
    images, labels = tensors(data, "test")
    one = images[image : image + 1]
    arrays = {
        transform: np.stack([moved(one, transform, amount)[0, 0].numpy() for amount in each])
        for transform, each in amounts.items()
    }
    told = {"label": int(labels[image]), "amounts": amounts, **arrays}
    return cast(results.MovedImages, told)


def pooling_kept(pooled: MovedAccuracies, strided: MovedAccuracies, way: str) -> results.Kept:
    """Put CNNs with and without pooling side by side, for one way of moving digits."""
    rows: list[MovedRun] = []
    summary: dict[str, KeptBy] = {}
    for accuracies in (pooled, strided):
        rows += where(accuracies["runs"], transform=way)
        summary |= {network: ways[way] for network, ways in accuracies["summary"].items()}
    del summary["mlp"]  # which has no pooling to go without
    return {"runs": [row for row in rows if row["network"] in summary], "summary": summary}


def shift_slider(data: Images, runs: list[Run], labels: list[int], farthest: int) -> results.Slider:
    """Give, as `digits`, every probability for the first digit of some classes, shifted.

    Grey values are rounded to three digits, probabilities to four.
    """
    amounts = list(range(-farthest, farthest + 1))
    networks = {run["network"]: trained_network(run, data) for run in runs}
    digits: list[results.MovedDigit] = []
    for label in labels:
        image = _first(data, label)
        places = torch.cat([shifted(image, right=amount) for amount in amounts])
        answers = {name: _rounded(probabilities(one, places), 4) for name, one in networks.items()}
        grey = _rounded(image[0, 0], 3)
        digits.append({"image": grey, "label": label, "amounts": amounts, "networks": answers})
    return {"digits": digits}


def _first(data: Images, label: int) -> Tensor:
    images, labels = tensors(data, "test")
    return images[labels == label][:1]


def _rounded(values: Tensor, digits: int) -> list[list[float]]:
    return [[round(value, digits) for value in row] for row in values.tolist()]


def _followed(
    run: Run, data: Images, digits: Tensor, layers: Iterable[str], shifts: Iterable[int]
) -> Iterator[tuple[int, Maps, Maps]]:
    """Give each shift, the maps of the digits, and those of the digits after the shift."""
    network, names = trained_network(run, data), list(layers)
    still = feature_maps(network, digits, names)
    for shift in shifts:
        yield shift, still, feature_maps(network, shifted(digits, right=shift), names)


def _difference(still: Tensor, moved: Tensor, by: int) -> tuple[float, float]:
    """Compare maps with those of shifted images, moved `by` places to the right."""
    still, moved = still[..., : still.shape[-1] - by], moved[..., by:]
    apart = moved - still
    lengths = apart.flatten(1).norm(dim=1) / still.flatten(1).norm(dim=1).clamp(min=1e-12)
    largest = apart.abs().max() / still.abs().max().clamp(min=1e-12)
    return lengths.mean().item(), largest.item()
