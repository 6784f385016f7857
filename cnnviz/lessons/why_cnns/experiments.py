"""What an MLP sees: its weights as pictures, how many there are, and digits that move."""

from itertools import product
from typing import Literal

import torch
from torch import Tensor

from cnnviz.lessons.shared.digits import tensors
from cnnviz.lessons.shared.repeats import summaries, summaries_of
from cnnviz.lessons.shared.trained import WEIGHTS, kept, trained_network
from cnnviz.lessons.why_cnns import results
from cnnviz.methods.shifts import centred, shifted
from cnnviz.models import network
from cnnviz.results import Images, Run
from cnnviz.training import accuracy

WAYS: tuple[Literal["right", "down"], ...] = ("right", "down")


def hidden_units(data: Images, run: Run, image: int, count: int) -> results.HiddenUnits:
    """Give the weights of an MLP's first hidden units, and how that adds up which one most likes.

    Shown in full is the unit that the test image excites most.
    """
    images, labels = tensors(data, "test")
    pixels = images[image, 0]
    layer = {name: torch.from_numpy(values) for name, values in kept(run, WEIGHTS).items()}
    weights, bias = layer["dense1.weight"].reshape(-1, *pixels.shape), layer["dense1.bias"]
    values = (weights * pixels).sum(dim=(1, 2)) + bias
    strongest = int(values.argmax())
    return {
        "weights": weights[:count].numpy(),
        "image": pixels.numpy(),
        "own": weights[strongest].numpy(),
        "products": (weights[strongest] * pixels).numpy(),
        "label": int(labels[image]),
        "unit": strongest,
        "bias": float(bias[strongest]),
        "value": float(values[strongest]),
        "units": len(weights),
    }


def flattening(side: int, row: int, column: int) -> results.Flattening:
    """Number the pixels of a small image, and say where a pixel's neighbours end up in the row."""
    beside = [(row - 1, column), (row, column - 1), (row, column + 1), (row + 1, column)]
    pixel, *neighbours = (down * side + across for down, across in [(row, column), *beside])
    return {"side": side, "pixel": pixel, "neighbours": neighbours}


def first_layer(
    images: dict[str, list[int]], hidden: int, dense: str, convolution: str
) -> results.FirstLayers:
    """Count what a first layer has to learn for images of several sizes [side, channels].

    `dense` and `convolution` are the networks whose first layers are counted.
    """
    rows = {}
    with torch.device("meta"):  # no memory, however many
        for name, (side, channels) in images.items():
            mlp = network(dense, channels=channels, size=side, hidden=hidden)
            weights, biases = mlp.get_submodule("dense1").parameters()
            kernels = network(convolution, channels=channels).get_submodule("conv1").parameters()
            rows[name] = {
                "side": side,
                "channels": channels,
                "inputs": side * side * channels,
                "unit": weights.shape[1],
                "dense": weights.numel() + biases.numel(),
                "convolution": sum(each.numel() for each in kernels),
            }
    return {"hidden": hidden, "images": rows}


def shifted_likeness(data: Images, farthest: int) -> results.ShiftedLikeness:
    """Correlate the pixels of test digits with those of the same digits, shifted.

    There is a row for each class, way and amount. To compare, the summary has the mean
    correlation of two different digits as well.
    """
    images, labels = tensors(data, "test")
    own = _standardised(images)
    rows: list[results.Likeness] = []
    for way, amount in product(WAYS, range(-farthest, farthest + 1)):
        alike = (_standardised(shifted(images, **{way: amount})) * own).sum(dim=1)
        for label in labels.unique().tolist():
            mean = alike[labels == label].mean().item()
            rows.append({"way": way, "amount": amount, "label": label, "likeness": mean})
    same = labels[:, None] == labels
    pairs = same & ~torch.eye(len(labels), dtype=torch.bool)
    likeness = own @ own.T
    twins, strangers = (float(likeness[which].mean()) for which in (pairs, ~same))
    ways = summaries(rows, "likeness", "way", "amount")
    means = results.Likenesses(right=ways["right"], down=ways["down"], same=twins, other=strangers)
    return {"runs": rows, "summary": means}


def recentred(data: Images, runs: list[Run], shift: int) -> results.Recentring:
    """Measure test accuracy on digits as they are, shifted to the right, and then centred."""
    images, labels = tensors(data, "test")
    moved = shifted(images, right=shift)
    rows: list[results.Recentred] = []
    for run in runs:
        trained = trained_network(run, data)
        row: results.Recentred = {
            "network": run["network"],
            "seed": run["seed"],
            "original": accuracy(trained, images, labels),
            "shifted": accuracy(trained, moved, labels),
            "centred": accuracy(trained, centred(moved), labels),
        }
        rows.append(row)
    summary = summaries_of(("original", "shifted", "centred"), rows, "network")
    return {"shift": shift, "runs": rows, "summary": summary}


def _standardised(images: Tensor) -> Tensor:
    """Give images as vectors whose products are Pearson's correlations."""
    apart = images.flatten(1) - images.flatten(1).mean(dim=1, keepdim=True)
    return apart / apart.norm(dim=1, keepdim=True).clamp(min=1e-12)
