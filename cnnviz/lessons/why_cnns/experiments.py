"""The first layer: an MLP's weights as pictures, and how many a layer needs."""

from typing import Any

import torch
from torch import nn

from cnnviz.lessons.shared.digits import tensors
from cnnviz.lessons.shared.trained import WEIGHTS
from cnnviz.models import network


def units(data: dict[str, Any], run: dict[str, Any], image: int, count: int) -> dict[str, Any]:
    """Give the weights of an MLP's first hidden units as pictures, and how one of them adds up.

    `weights` is (unit, height, width). Of the unit that the test image excites most, `own` are
    the weights, and `products` those times the image's pixels: with the bias they add up to
    the unit's `value`.
    """
    images, labels = tensors(data, "test")
    shown = images[image, 0]
    weights = torch.from_numpy(run[f"{WEIGHTS}dense1.weight"]).reshape(-1, *shown.shape)
    bias = torch.from_numpy(run[f"{WEIGHTS}dense1.bias"])
    values = (weights * shown).sum(dim=(1, 2)) + bias
    strongest = int(values.argmax())
    return {
        "weights": weights[:count].numpy(),
        "image": shown.numpy(),
        "own": weights[strongest].numpy(),
        "products": (weights[strongest] * shown).numpy(),
        "label": int(labels[image]),
        "unit": strongest,
        "bias": float(bias[strongest]),
        "value": float(values[strongest]),
        "units": len(weights),
    }


def flattening(side: int, row: int, column: int) -> dict[str, Any]:
    """Number the pixels of a small image, and say where a pixel's neighbours end up in the row."""
    places = torch.arange(side * side).reshape(side, side)
    beside = [(row - 1, column), (row, column - 1), (row, column + 1), (row + 1, column)]
    return {
        "side": side,
        "pixel": int(places[row, column]),
        "neighbours": [int(places[place]) for place in beside],
    }


def parameters(images: dict[str, list[int]], hidden: int) -> dict[str, Any]:
    """Count what a first layer has to learn for images of several sizes [side, channels].

    `unit` are the weights of one hidden unit, `dense` the parameters of a layer of `hidden` such
    units, `convolution` those of LeNet-5's first convolution, eight kernels of 5×5.
    """
    rows: dict[str, Any] = {}
    with torch.device("meta"):  # no memory, however many
        for name, (side, channels) in images.items():
            dense = network("mlp", channels=channels, size=side, hidden=hidden)
            first = dense.get_submodule("dense1").get_parameter("weight")
            convolution = network("lenet5", channels=channels).get_submodule("conv1")
            rows[name] = {
                "side": side,
                "channels": channels,
                "inputs": side * side * channels,
                "unit": first.shape[1],
                "dense": _count(dense.get_submodule("dense1")),
                "convolution": _count(convolution),
            }
    return {"hidden": hidden, "images": rows}


def _count(layer: nn.Module) -> int:
    return sum(weights.numel() for weights in layer.parameters())
