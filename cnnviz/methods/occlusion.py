"""Occlusion: how much the score falls when a place is covered."""

import math

import torch
from jaxtyping import Float, Int
from torch import Tensor, nn
from torch.nn.functional import conv_transpose2d

from cnnviz.inspection import inspecting, ready, score

BATCH = 16  # covered images at once: the fastest on a processor


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
    with inspecting(network, "occlusion"), torch.no_grad():
        whole = score(network(ready(images)), classes)
        falls = [
            whole[i]
            - _covered(
                network, images[i], classes[i], (rows, columns, window, stride), cover, batch
            )
            for i in range(len(images))
        ]
    if not falls:
        return images.new_zeros(0, height, width)
    grid = torch.stack(falls).reshape(len(images), 1, rows, columns)
    return _spread(grid, window, stride)[:, 0, :height, :width]


def _covered(
    network: nn.Module,
    image: Tensor,
    label: Tensor,
    grid: tuple[int, int, int, int],
    cover: float,
    batch: int,
) -> Tensor:
    """Give the score of the image under each window, row by row."""
    rows, columns, window, stride = grid
    scores = []
    for places in torch.arange(rows * columns, device=image.device).split(batch):
        top, left = places // columns * stride, places % columns * stride
        down = _inside(top, window, image.shape[1])[:, None, :, None]
        along = _inside(left, window, image.shape[2])[:, None, None, :]
        some = torch.where(down & along, cover, image)
        scores.append(score(network(ready(some)), label.expand(len(some))))
    return torch.cat(scores)


def _inside(start: Tensor, window: int, side: int) -> Tensor:
    position = torch.arange(side, device=start.device)
    return (position >= start[:, None]) & (position < start[:, None] + window)


def _spread(grid: Tensor, window: int, stride: int) -> Tensor:
    """Give each pixel the mean of the windows over it."""
    kernel = grid.new_ones(1, 1, window, window)
    count = conv_transpose2d(torch.ones_like(grid[:1]), kernel, stride=stride)
    return conv_transpose2d(grid, kernel, stride=stride) / count
