"""Data augmentation: the same pictures, moved, turned, enlarged, mirrored and lit otherwise."""

import math

import torch
from jaxtyping import Float
from torch import Tensor
from torch.nn.functional import affine_grid, grid_sample


def augmented(
    images: Float[Tensor, "image channel height width"],
    *,
    shift: float = 0.1,
    turn: float = 10.0,
    scale: float = 0.1,
    flip: bool = False,
    light: float = 0.0,
) -> Float[Tensor, "image channel height width"]:
    """Change each image in a way of its own, drawn from torch's current random state.

    Up to `shift` of the side in each direction, up to `turn` degrees, up to `scale` larger or
    smaller; half of them mirrored where `flip`; brightness times 1 ± `light`. Pixels from
    outside repeat the border.
    """
    count = len(images)

    def drawn(limit: float) -> Tensor:
        # Drawn on the processor, so that every device sees the same changes.
        return torch.empty(count).uniform_(-limit, limit)

    angle, factor = drawn(math.radians(turn)), 1 / (1 + drawn(scale))
    mirror = torch.where(torch.rand(count) < 0.5, -1.0, 1.0) if flip else torch.ones(count)
    across = torch.stack([angle.cos() * mirror, -angle.sin()], dim=1) * factor[:, None]
    down = torch.stack([angle.sin() * mirror, angle.cos()], dim=1) * factor[:, None]
    # The grid runs from −1 to 1: a side is 2.
    move = torch.stack([drawn(2 * shift), drawn(2 * shift)], dim=1)
    matrix = torch.cat([torch.stack([across, down], dim=1), move[:, :, None]], dim=2)
    grid = affine_grid(matrix.to(images), list(images.shape), align_corners=False)
    moved = grid_sample(images, grid, padding_mode="border", align_corners=False)
    brightness = (1 + drawn(light)).to(images)[:, None, None, None]
    return (moved * brightness).clamp(0, 1)
