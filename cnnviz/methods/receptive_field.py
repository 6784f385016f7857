"""Receptive fields: the box of input pixels that can reach each unit of a layer."""

from copy import deepcopy

import torch
from jaxtyping import Float, Int
from torch import Tensor, nn

from cnnviz.inspection import inspecting
from cnnviz.recording import output_of

CHUNK = 16  # rows or columns measured in one pass


def receptive_boxes(
    network: nn.Module, layer: str, image: Float[Tensor, "1 colour height width"]
) -> Int[Tensor, "channel map_height map_width 4"]:
    """Give each unit's box in the input: top, left, bottom and right in pixels, as slices count.

    A box ends where the image ends. Units of a dense layer are maps of 1×1. The box of a unit
    that sees only padding is empty.

    The boxes are measured, so they are exact for every architecture: one row after the other
    (then every column) is made "not a number", which spreads through sums, maxima and
    activations, even past a weight of zero or a closed ReLU, to those units that see it. This
    takes height + width passes of a copy on the processor, in double precision: the fast
    convolutions for single precision (Winograd, FFT) let neighbours leak into each other.

    For the closed formula of plain chains see Araujo et al. 2019,
    https://distill.pub/2019/computing-receptive-fields, equations 1 to 5.
    """
    with inspecting(network, "receptive_boxes"), torch.no_grad():
        measured = deepcopy(network).cpu().double()
        canvas = image.detach().cpu().double()
        if units(layer, output_of(measured, layer, canvas)).isnan().any():
            raise ValueError(f"layer {layer!r} gives what is not a number for this image")
        top, bottom = _extent(measured, layer, canvas, along=2)
        left, right = _extent(measured, layer, canvas, along=3)
    if not bottom.any():
        raise ValueError(f"layer {layer!r} does not depend on the image")
    return torch.stack([top, left, bottom, right], dim=-1).to(image.device)


def units(layer: str, output: Tensor) -> Float[Tensor, "image channel map_height map_width"]:
    """Give a layer's output as maps; the units of a dense layer are maps of 1×1."""
    if output.ndim == 2:
        return output[:, :, None, None]
    if output.ndim == 4:
        return output
    raise ValueError(
        f"layer {layer!r} gives {tuple(output.shape)}, neither maps (image, channel, height, "
        "width) nor units (image, unit): choose a convolution, an activation or a dense layer"
    )


def _extent(network: nn.Module, layer: str, image: Tensor, along: int) -> tuple[Tensor, Tensor]:
    """Give for each unit the first line it sees along a side, and the first after the last."""
    side = image.shape[along]
    firsts, ends = [], []
    for lines in torch.arange(side).split(CHUNK):
        marked = image.repeat(len(lines), 1, 1, 1)
        for copy, line in zip(marked, lines.tolist(), strict=True):
            copy.select(along - 1, line).fill_(torch.nan)
        seen = units(layer, output_of(network, layer, marked)).isnan()
        numbers = lines[:, None, None, None]
        firsts.append(torch.where(seen, numbers, side).amin(dim=0))
        ends.append(torch.where(seen, numbers + 1, 0).amax(dim=0))
    end = torch.stack(ends).amax(dim=0)
    return torch.stack(firsts).amin(dim=0).minimum(end), end
