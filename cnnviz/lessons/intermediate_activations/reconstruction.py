"""How much of the picture each layer of a trained network still holds."""

from collections import OrderedDict
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from cnnviz.lessons.shared.digits import tensors
from cnnviz.lessons.shared.repeats import summary
from cnnviz.lessons.shared.trained import trained_network
from cnnviz.methods.reconstruction import Reconstruction
from cnnviz.methods.reconstruction import reconstruction as drawn

INPUT = "input"  # the pixels themselves: what so many training images allow at best


def by_layer(
    data: dict[str, Any],
    runs: list[dict[str, Any]],
    images: int,
    layers: dict[str, list[str]],
) -> dict[str, Any]:
    """Draw the test images from each layer, learned from so many training images.

    `layers` names those of each network. A row has the layer, its `depth` (0 for the `input`,
    the pixels themselves), the number of values in it, R² and the penalty. The summary is by
    network and layer. Of the first run of each network, `originals` and `NETWORK.LAYER` show
    the first test image of each digit and its drawings.
    """
    known, others, first = _images(data, images)
    ceiling = drawn(nn.Sequential(OrderedDict({INPUT: nn.Identity()})).eval(), INPUT, known, others)
    rows: list[dict[str, Any]] = []
    shown = {"originals": _rounded(others[first, 0])}
    for run in runs:
        network, name = trained_network(run, data), run["network"]
        found = {INPUT: ceiling}
        found |= {layer: drawn(network, layer, known, others) for layer in layers[name]}
        for depth, (layer, each) in enumerate(found.items()):
            rows.append({"network": name, "seed": run["seed"], "depth": depth, **_row(layer, each)})
            shown.setdefault(f"{name}.{layer}", _rounded(each.pictures[first, 0]))
    order = {name: [INPUT, *layers[name]] for name in {row["network"]: None for row in rows}}
    compared = {
        name: {layer: {"r2": summary(_values(rows, name, layer))} for layer in each}
        for name, each in order.items()
    }
    return {"images": len(known), "layers": order, "runs": rows, "summary": compared, **shown}


def _images(data: dict[str, Any], count: int) -> tuple[Tensor, Tensor, list[int]]:
    """Give training images of all digits, the test images, and the first of each digit."""
    images, labels = tensors(data, "train")
    others, other_labels = tensors(data, "test")
    # One of each digit after the other, so that few images have all digits, too.
    turn = np.zeros(len(labels), dtype=int)
    for digit in labels.unique().tolist():
        of_digit = (labels == digit).numpy()
        turn[of_digit] = np.arange(of_digit.sum())
    chosen = torch.from_numpy(np.argsort(turn, kind="stable")[:count])
    first = [int((other_labels == digit).nonzero()[0]) for digit in other_labels.unique()]
    return images[chosen], others, first


def _rounded(pictures: Tensor) -> np.ndarray:
    """Give greys to three decimals: finer ones than a screen has."""
    return pictures.double().numpy().round(3)


def _row(layer: str, found: Reconstruction) -> dict[str, Any]:
    return {"layer": layer, "values": found.values, "r2": found.r2, "penalty": found.penalty}


def _values(rows: list[dict[str, Any]], network: str, layer: str) -> list[float]:
    return [row["r2"] for row in rows if _is(row, network, layer)]


def _is(row: dict[str, Any], network: str, layer: str) -> bool:
    return (row["network"], row["layer"]) == (network, layer)
