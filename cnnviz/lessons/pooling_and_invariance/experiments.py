"""Pooling: by hand, on a digit, and what it leaves of a network's maps."""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import torch
from torch import Tensor
from torch.nn.functional import avg_pool2d, max_pool2d

from cnnviz.lessons.shared.digits import tensors
from cnnviz.models import network
from cnnviz.models.layers import layer_table


def example(values: list[list[float]]) -> dict[str, Any]:
    """Pool a small table of numbers in windows of 2×2, by their maximum and by their average."""
    table = torch.tensor(values)[None, None]
    return {
        "values": values,
        "max": max_pool2d(table, 2)[0, 0].tolist(),
        "average": avg_pool2d(table, 2)[0, 0].tolist(),
    }


def pooled(data: dict[str, Any], label: int) -> dict[str, Any]:
    """Pool the first test digit of a class once and twice, in both ways."""
    images, labels = tensors(data, "test")
    image = images[labels == label][:1]
    ways: dict[str, Callable[[Tensor, int], Tensor]] = {"max": max_pool2d, "average": avg_pool2d}
    shown = {f"{name}_{side}": way(image, side) for name, way in ways.items() for side in (2, 4)}
    return {"original": image[0, 0].numpy()} | {
        name: maps[0, 0].numpy() for name, maps in shown.items()
    }


def discarded() -> dict[str, Any]:
    """Count values and parameters around LeNet-5's poolings: what goes in, what comes out."""
    rows = layer_table(network("lenet5", channels=1, size=28).eval(), (1, 28, 28))
    counted = {}
    for before, row in pairwise(rows):
        if row.kind == "MaxPool2d":
            given, left = (torch.Size(layer.shape).numel() for layer in (before, row))
            counted[row.name] = {
                "given": given,
                "left": left,
                "discarded": 1 - left / given,
                "parameters": row.parameters,
            }
    return {"layers": counted}
