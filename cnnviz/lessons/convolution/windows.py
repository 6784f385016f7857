"""Where a kernel finds a place: output sizes, strides and paddings, and receptive fields."""

from itertools import product

import torch
from torch import nn

from cnnviz.lessons.convolution.results import Case, Field, KernelPlaces, Places, Size, Sizes
from cnnviz.methods.receptive_field import receptive_boxes


def output_sizes(cases: list[Case]) -> Sizes:
    """Compare the formula (W − K + 2P)/S + 1 with what PyTorch's convolution gives.

    `unseen` counts the image's last lines that no window reaches: measured, by the gradient.
    """
    rows = []
    for case in cases:
        output, unseen = _measured(**case)
        rows.append(Size(**case, formula=_formula(**case), output=output, unseen=unseen))
    return {"rows": rows}


def tried_sizes(largest: Case) -> dict[str, int]:
    """Try every size, kernel, stride and padding up to the largest, as far as a kernel fits.

    `whole` counts the cases where the formula gives a whole number, and `whole_agree` those where
    PyTorch gives that number; `rounded_down` those where it gives the next whole one below.
    """
    counts = {"tried": 0, "whole": 0, "whole_agree": 0, "rounded_down": 0}
    sides = [range(1, most + 1) for most in (largest["size"], largest["kernel"], largest["stride"])]
    for size, kernel, stride, padding in product(*sides, range(largest["padding"] + 1)):
        if kernel > size + 2 * padding:
            continue
        formula = _formula(size, kernel, stride, padding)
        layer = nn.Conv1d(1, 1, kernel, stride=stride, padding=padding, device="meta")
        agrees = layer(torch.empty(1, 1, size, device="meta")).shape[2] == int(formula)
        counts["tried"] += 1
        if formula == int(formula):
            counts["whole"] += 1
            counts["whole_agree"] += agrees
        else:
            counts["rounded_down"] += agrees
    return counts


def kernel_places(cases: list[Case]) -> KernelPlaces:
    """Give the first pixel under a kernel at each of its places along one line."""
    return {"cases": [Places(**case, starts=_starts(**case)) for case in cases]}


def field_of_one_unit(size: int, kernel: int, layers: int) -> Field:
    """Give what the middle unit of the last of some convolutions sees, layer by layer back.

    `fields` is how much of the image the middle unit of each layer sees.
    """
    chain = [nn.Conv2d(1, 1, kernel) for _ in range(layers)]
    sizes = [size - stage * (kernel - 1) for stage in range(layers + 1)]
    last = sizes[-1] // 2
    boxes = [_middle(chain[stage:], sizes[stage]) for stage in range(layers)]
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


def _measured(size: int, kernel: int, stride: int, padding: int) -> tuple[int, int]:
    """Give PyTorch's output size, and how many of the last lines have no part in it."""
    image = torch.ones(1, 1, size, size, requires_grad=True)
    weight = torch.ones(1, 1, kernel, kernel)
    output = nn.functional.conv2d(image, weight, stride=stride, padding=padding)
    (gradient,) = torch.autograd.grad(output.sum(), image)
    seen = gradient[0, 0].sum(dim=0).nonzero()
    return output.shape[3], size - 1 - int(seen.max())
