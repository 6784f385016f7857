"""How a network follows a shift of its image: its feature maps, pooled or not, and its answers."""

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor
from torch.nn.functional import avg_pool2d, max_pool2d

from cnnviz.lessons.shared.digits import tensors
from cnnviz.lessons.shared.repeats import summary
from cnnviz.lessons.shared.trained import trained_network
from cnnviz.methods.feature_maps import feature_maps
from cnnviz.methods.shifts import shifted
from cnnviz.training import probabilities

# Layers of LeNet-5, and how many pixels lie between two neighbouring values of each.
STEPS = {"conv1": 1, "pool1": 2, "pool2": 4}
POOLINGS: dict[str, Callable[[Tensor], Tensor]] = {
    "none": lambda maps: maps,
    "max": lambda maps: max_pool2d(maps, 2),
    "average": lambda maps: avg_pool2d(maps, 2),
    "stride": lambda maps: maps[..., ::2, ::2],
}


def equivariance(
    data: dict[str, Any], runs: list[dict[str, Any]], shifts: list[int], images: int
) -> dict[str, Any]:
    """Compare the maps of shifted digits with the shifted maps of the digits, layer by layer.

    Digits count that lose nothing by the shift. The columns that come in with it have no
    counterpart and are left out. Where the shift is no whole number of a layer's steps, the
    maps are moved by the number of steps before or after it, whichever fits better.

    A row has the `difference` (its length as a share of that of the maps, mean over the images)
    and the `largest` difference of any value, as a share of the largest value.
    """
    every, _ = tensors(data, "test")
    whole = (every[..., -max(shifts) :] == 0).flatten(1).all(dim=1)
    digits = every[whole][:images]
    rows: list[dict[str, Any]] = []
    for run in runs:
        trained = trained_network(run, data)
        still = feature_maps(trained, digits, list(STEPS))
        for shift in shifts:
            moved = feature_maps(trained, shifted(digits, right=shift), list(STEPS))
            for layer, step in STEPS.items():
                candidates = {shift // step, -(-shift // step)}
                fits = [_difference(still[layer], moved[layer], by) for by in candidates]
                difference, largest = min(fits)
                row = {"layer": layer, "shift": shift, "whole": shift % step == 0}
                row |= {"seed": run["seed"], "difference": difference, "largest": largest}
                rows.append(row)
    compared: dict[str, Any] = {}
    for layer in STEPS:
        for shift in shifts:
            mine = [r["difference"] for r in rows if (r["layer"], r["shift"]) == (layer, shift)]
            compared.setdefault(layer, {})[str(shift)] = summary(mine)
    return {"images": len(digits), "steps": STEPS, "runs": rows, "summary": compared}


def local_change(
    data: dict[str, Any], runs: list[dict[str, Any]], farthest: int, images: int
) -> dict[str, Any]:
    """Measure how much the first maps change, place by place, when the digits are shifted.

    The change is the length of the difference as a share of that of the maps, mean over the
    images: of the maps themselves (`none`), and of what each way to a quarter of the values
    makes of them.
    """
    digits = tensors(data, "test")[0][:images]
    rows: list[dict[str, Any]] = []
    for run in runs:
        trained = trained_network(run, data)
        still = feature_maps(trained, digits, ["relu1"])["relu1"]
        for shift in range(farthest + 1):
            moved = feature_maps(trained, shifted(digits, right=shift), ["relu1"])["relu1"]
            for kind, pooling in POOLINGS.items():
                change, _ = _difference(pooling(still), pooling(moved), 0)
                rows.append({"kind": kind, "shift": shift, "seed": run["seed"], "change": change})
    compared: dict[str, Any] = {}
    for kind in POOLINGS:
        for shift in range(farthest + 1):
            mine = [row["change"] for row in rows if (row["kind"], row["shift"]) == (kind, shift)]
            compared.setdefault(kind, {})[str(shift)] = summary(mine)
    return {"images": len(digits), "runs": rows, "summary": compared}


def maps(data: dict[str, Any], run: dict[str, Any], label: int, shift: int) -> dict[str, Any]:
    """Show one feature map of two layers for a digit and for the shifted digit.

    Of each layer it is the map that changes most from place to place. Arrays are
    (digit or shifted digit, height, width); `LAYER.left` is what remains when the map of the
    digit, itself shifted, is taken from that of the shifted digit.
    """
    image = _first(data, label)
    pair = torch.cat([image, shifted(image, right=shift)])
    shown: dict[str, Any] = {"image": pair[:, 0].numpy()}
    channels = {}
    seen = feature_maps(trained_network(run, data), pair, ["relu1", "pool2"])
    for layer, step in (("relu1", 1), ("pool2", 4)):
        channel = int(seen[layer][0].flatten(1).std(dim=1).argmax())
        chosen = seen[layer][:, channel : channel + 1]
        left = chosen[1:] - shifted(chosen[:1], right=shift // step)
        shown |= {layer: chosen[:, 0].numpy(), f"{layer}.left": left[0, 0].abs().numpy()}
        channels[layer] = channel
    return {"label": label, "shift": shift, "channels": channels, **shown}


def compared(with_pooling: dict[str, Any], without: dict[str, Any], way: str) -> dict[str, Any]:
    """Put two results of `invariance.accuracies` side by side, for one way of moving digits."""
    rows = [
        row
        for result in (with_pooling, without)
        for row in result["runs"]
        if row["transform"] == way and row["network"] != "mlp"
    ]
    both = with_pooling["summary"] | without["summary"]
    return {"runs": rows, "summary": {n: ways[way] for n, ways in both.items() if n != "mlp"}}


def slider(
    data: dict[str, Any], runs: list[dict[str, Any]], labels: list[int], farthest: int
) -> dict[str, Any]:
    """Give every probability of each run's network for the first digit of some classes, shifted.

    `networks` has, for each, a list of ten probabilities by amount of the shift to the right.
    Grey values are rounded to three digits, probabilities to four.
    """
    amounts = list(range(-farthest, farthest + 1))
    trained = {run["network"]: trained_network(run, data) for run in runs}
    digits = []
    for label in labels:
        image = _first(data, label)
        moved = torch.cat([shifted(image, right=amount) for amount in amounts])
        answers = {name: probabilities(one, moved) for name, one in trained.items()}
        digits.append(
            {
                "image": _rounded(image[0, 0], 3),
                "label": label,
                "amounts": amounts,
                "networks": {name: _rounded(given, 4) for name, given in answers.items()},
            }
        )
    return {"digits": digits}


def _first(data: dict[str, Any], label: int) -> Tensor:
    images, labels = tensors(data, "test")
    return images[labels == label][:1]


def _rounded(values: Tensor, digits: int) -> list[list[float]]:
    return [[round(value, digits) for value in row] for row in values.tolist()]


def _difference(still: Tensor, moved: Tensor, by: int) -> tuple[float, float]:
    """Compare maps with those of shifted images, moved `by` places to the right."""
    still, moved = still[..., : still.shape[-1] - by], moved[..., by:]
    apart = moved - still
    lengths = apart.flatten(1).norm(dim=1) / still.flatten(1).norm(dim=1).clamp(min=1e-12)
    largest = apart.abs().max() / still.abs().max().clamp(min=1e-12)
    return lengths.mean().item(), largest.item()
