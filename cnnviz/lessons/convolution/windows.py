"""Where a kernel finds a place: output sizes, strides and paddings, and receptive fields."""

from itertools import product
from typing import Any

import torch
from torch import nn

from cnnviz.methods.receptive_field import receptive_boxes

Case = dict[str, int]  # size, kernel, stride, padding


def output_sizes(cases: list[Case]) -> dict[str, Any]:
    """Compare the formula (W − K + 2P)/S + 1 with what PyTorch's convolution gives.

    `unseen` counts the image's last lines that no window reaches: measured, by the gradient.
    """
    rows = []
    for case in cases:
        side, unseen = _measured(**case)
        rows.append({**case, "formula": _formula(**case), "output": side, "unseen": unseen})
    return {"rows": rows}


def tried_sizes(largest: dict[str, int]) -> dict[str, Any]:
    """Try every size, kernel, stride and padding up to the largest, as far as a kernel fits.

    `whole` counts the cases where the formula gives a whole number, and `agree` those where
    PyTorch gives that number, or the next whole one below.
    """
    counts = {"tried": 0, "whole": 0, "whole_agree": 0, "rounded_down": 0}
    sides = (range(1, largest[what] + 1) for what in ("size", "kernel", "stride"))
    for size, kernel, stride in product(*sides):
        for padding in range(largest["padding"] + 1):
            if kernel > size + 2 * padding:
                continue
            formula = _formula(size, kernel, stride, padding)
            side = _layer(kernel, stride, padding)(torch.empty(1, 1, size, device="meta")).shape[2]
            counts["tried"] += 1
            if formula == int(formula):
                counts["whole"] += 1
                counts["whole_agree"] += side == formula
            else:
                counts["rounded_down"] += side == int(formula)
    return counts


def places(cases: list[Case]) -> dict[str, Any]:
    """Give the first pixel under a kernel at each of its places along one line."""
    return {"cases": [case | {"starts": _starts(**case)} for case in cases]}


def field_of_one_unit(size: int, kernel: int, layers: int) -> dict[str, Any]:
    """Give what the middle unit of the last of some convolutions sees, layer by layer back.

    `stages` go from the image to the last layer's map, each with the box of what the unit sees
    there (top, left, bottom, right); `fields` is how many pixels a side of the image the
    middle unit of each layer sees; `weights` compares the kernels with one as large as that.
    """
    chain = [nn.Conv2d(1, 1, kernel) for _ in range(layers)]
    sizes = [size - stage * (kernel - 1) for stage in range(layers + 1)]
    boxes = [_middle(chain[stage:], sizes[stage]) for stage in range(layers)]
    last = sizes[-1] // 2
    boxes.append([last, last, last + 1, last + 1])
    seen = [_middle(chain[:count], size) for count in range(1, layers + 1)]
    fields = {str(count): box[2] - box[0] for count, box in enumerate(seen, start=1)}
    return {
        "kernel": kernel,
        "stages": [{"size": side, "box": box} for side, box in zip(sizes, boxes, strict=True)],
        "fields": fields,
        "weights": {"small": layers * kernel**2, "large": fields[str(layers)] ** 2},
    }


def _middle(chain: list[nn.Conv2d], size: int) -> list[int]:
    """Give what the middle unit of the last convolution sees of an image."""
    network = nn.Sequential(*chain).eval()
    boxes = receptive_boxes(network, str(len(chain) - 1), torch.zeros(1, 1, size, size))[0]
    return boxes[len(boxes) // 2, len(boxes) // 2].tolist()


def _formula(size: int, kernel: int, stride: int, padding: int) -> float:
    return (size - kernel + 2 * padding) / stride + 1


def _starts(size: int, kernel: int, stride: int, padding: int) -> list[int]:
    return list(range(-padding, size + padding - kernel + 1, stride))


def _layer(kernel: int, stride: int, padding: int) -> nn.Module:
    return nn.Conv1d(1, 1, kernel, stride=stride, padding=padding, device="meta")


def _measured(size: int, kernel: int, stride: int, padding: int) -> tuple[int, int]:
    """Give PyTorch's output size, and how many of the last lines have no part in it."""
    image = torch.ones(1, 1, size, size, requires_grad=True)
    weight = torch.ones(1, 1, kernel, kernel)
    output = nn.functional.conv2d(image, weight, stride=stride, padding=padding)
    (gradient,) = torch.autograd.grad(output.sum(), image)
    seen = gradient[0, 0].sum(dim=0).nonzero()
    return output.shape[3], size - 1 - int(seen.max())
