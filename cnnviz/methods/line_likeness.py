"""How much a kernel looks like one straight line or edge."""

from functools import cache

import torch
from jaxtyping import Float
from torch import Tensor

ANGLES = 24  # in half a turn
WIDTHS = (0.5, 0.7, 1.0)  # of a line or edge, in pixels
APART = 0.5  # between the places where it may lie, in pixels


def line_likeness(
    kernels: Float[Tensor, "filter height width"],
) -> Float[Tensor, " filter"]:
    """Give the share of each kernel's variance that its best line or edge explains, 0 to 1.

    Lines are Gaussian ridges and edges their derivatives, in many directions and places; the
    kernel's mean counts for nothing. Chance alone finds something that fits a little, so a
    value means something beside that of random kernels of the same size.

    Such templates go back to Hubel & Wiesel 1962; steerable ones to Freeman & Adelson 1991.
    """
    height, width = kernels.shape[1:]
    flat = kernels.flatten(1).double()
    flat = flat - flat.mean(dim=1, keepdim=True)
    length = flat.norm(dim=1, keepdim=True)
    if not length.all():
        raise ValueError("a kernel whose weights are all equal has no variance to explain")
    return ((flat / length) @ _templates(height, width).T).square().amax(dim=1).to(kernels.dtype)


@cache
def _templates(height: int, width: int) -> Float[Tensor, "template pixel"]:
    """Give lines and edges of mean 0 and length 1."""
    down = torch.arange(height).double() - (height - 1) / 2
    across = torch.arange(width).double() - (width - 1) / 2
    farthest = (min(height, width) - 2) / 2
    places = torch.arange(-farthest, farthest + APART / 2, APART).double()
    drawn = []
    for angle in torch.arange(ANGLES) * torch.pi / ANGLES:
        distance = across[None] * angle.sin() + down[:, None] * angle.cos()
        for place in places:
            for spread in WIDTHS:
                line = torch.exp(-((distance - place) ** 2) / (2 * spread**2))
                drawn += [line, (distance - place) * line]
    flat = torch.stack(drawn).flatten(1)
    flat = flat - flat.mean(dim=1, keepdim=True)
    return flat / flat.norm(dim=1, keepdim=True)
