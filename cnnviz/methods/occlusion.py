"""Occlusion: how much the score falls when a place is covered."""

import math
from collections.abc import Iterator
from typing import NamedTuple

import torch
from jaxtyping import Float, Int
from torch import Tensor, nn
from torch.nn.functional import conv_transpose2d

from cnnviz.in_place import in_place
from cnnviz.inspection import inspecting, often, ready, score

BATCH = 32  # covered images at once at most: the fastest on a processor


def occlusion(
    network: nn.Module,
    images: Float[Tensor, "image channel height width"],
    classes: Int[Tensor, " image"],
    window: int,
    stride: int,
    cover: float = 0.0,
    batch: int = BATCH,
) -> Float[Tensor, "image height width"]:
    """Slide a square cover over the image and give, for each pixel, the mean fall of the score.

    The mean is over all windows that cover the pixel. Window and stride are in pixels, the
    cover in the image's units. The last window of a row is cut off at the border.

    Zeiler & Fergus 2014, https://arxiv.org/abs/1311.2901, section 4.2.
    """
    height, width = images.shape[2:]
    if not 1 <= stride <= window <= min(height, width):
        raise ValueError(
            f"a window of {window} px with a stride of {stride} px does not cover an image of "
            f"{height}×{width}: 1 ≤ stride ≤ window ≤ the shorter side"
        )
    rows, columns = (math.ceil((side - window) / stride) + 1 for side in (height, width))
    windows = _Windows(rows, columns, window, stride)
    with inspecting(network, "occlusion"), torch.no_grad():
        scored = often(in_place(network))
        whole = score(network(ready(images)), classes)
        falls = torch.zeros(len(images), 1, rows, columns, dtype=whole.dtype, device=whole.device)
        for i, (image, label) in enumerate(zip(images, classes, strict=True)):
            covered = [
                score(scored(some), label.expand(len(some)))
                for some in _covered(image, windows, cover, batch)
            ]
            falls[i, 0] = (whole[i] - torch.cat(covered)).reshape(rows, columns)
        return _spread(falls, window, stride)[:, 0, :height, :width]


class _Windows(NamedTuple):
    rows: int
    columns: int
    side: int
    stride: int


def _covered(image: Tensor, windows: _Windows, cover: float, batch: int) -> Iterator[Tensor]:
    """Give the image with each window covered, row by row, in batches."""
    places_of_all = torch.arange(windows.rows * windows.columns, device=image.device)
    for places in places_of_all.chunk(math.ceil(len(places_of_all) / batch)):
        down = _inside(places // windows.columns, windows, image.shape[1])[:, None, :, None]
        along = _inside(places % windows.columns, windows, image.shape[2])[:, None, None, :]
        copies = image.expand(len(places), *image.shape).clone(memory_format=torch.channels_last)
        yield copies.masked_fill_(down & along, cover)


def _inside(place: Tensor, windows: _Windows, side: int) -> Tensor:
    pixel = torch.arange(side, device=place.device)
    start = place[:, None] * windows.stride
    return (pixel >= start) & (pixel < start + windows.side)


def _spread(falls: Tensor, window: int, stride: int) -> Tensor:
    """Give each pixel the mean of the windows over it."""
    kernel = falls.new_ones(1, 1, window, window)
    count = conv_transpose2d(torch.ones_like(falls[:1]), kernel, stride=stride)
    return conv_transpose2d(falls, kernel, stride=stride) / count
