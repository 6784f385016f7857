"""How much of the picture each layer of a trained network still holds."""

from collections import OrderedDict
from typing import cast

import numpy as np
import torch
from torch import Tensor, nn

from cnnviz.lessons.intermediate_activations import results
from cnnviz.lessons.shared.digits import tensors
from cnnviz.lessons.shared.repeats import summaries
from cnnviz.lessons.shared.trained import trained_network
from cnnviz.methods.reconstruction import reconstruction
from cnnviz.results import Images, Run

INPUT = "input"  # the pixels themselves: what so many training images allow at best


def reconstructions(
    data: Images, runs: list[Run], images: int, layers: dict[str, list[str]]
) -> results.Reconstructions:
    """Draw the test images from each layer, learned from so many training images.

    `layers` names those of each network.
    """
    known, others, first = _images(data, images)
    pixels = nn.Sequential(OrderedDict({INPUT: nn.Identity()})).eval()
    ceiling = reconstruction(pixels, INPUT, known, others)
    rows: list[results.Redrawn] = []
    shown = {"originals": _rounded(others[first, 0])}
    for run in runs:
        network, name = trained_network(run, data), run["network"]
        drawn = {INPUT: ceiling}
        drawn |= {layer: reconstruction(network, layer, known, others) for layer in layers[name]}
        for depth, (layer, each) in enumerate(drawn.items()):
            rows.append(
                {
                    "network": name,
                    "seed": run["seed"],
                    "depth": depth,
                    "layer": layer,
                    "values": each.values,
                    "r2": each.r2,
                    "penalty": each.penalty,
                }
            )
            shown.setdefault(f"{name}.{layer}", _rounded(each.pictures[first, 0]))
    by_layer = summaries(rows, "r2", "network", "layer")
    order = {name: list(each) for name, each in by_layer.items()}
    summary = {
        name: {layer: {"r2": r2} for layer, r2 in each.items()} for name, each in by_layer.items()
    }
    measured = {"images": len(known), "layers": order, "runs": rows, "summary": summary}
    return cast(results.Reconstructions, measured | shown)


def _images(data: Images, count: int) -> tuple[Tensor, Tensor, list[int]]:
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
