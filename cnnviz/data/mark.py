"""A planted mark: a small square in a corner that has nothing to do with the picture."""

import torch
from jaxtyping import Bool, Float
from torch import Tensor


def marked(
    images: Float[Tensor, "image channel height width"], which: Bool[Tensor, " image"], side: int
) -> Float[Tensor, "image channel height width"]:
    """Paint a white square with a black edge, so many pixels wide, into the top left corner.

    It lies one pixel from the border. Other images stay as they are.
    """
    if not 3 <= side <= min(images.shape[2:]) - 2:
        raise ValueError(f"a mark of {side} px does not fit into images of {images.shape[2:]}")
    painted = images.clone()
    painted[which, :, 1 : 1 + side, 1 : 1 + side] = 0.0
    painted[which, :, 2:side, 2:side] = 1.0
    return painted


def coinciding(right: Bool[Tensor, " image"], share: float, seed: int) -> Bool[Tensor, " image"]:
    """Say which images get a mark so that it coincides with a class for this share of them.

    With 1 exactly the images of the class are marked, with 0.5 the mark tells nothing, with 0
    exactly the others.
    """
    generator = torch.Generator().manual_seed(seed)
    agrees = torch.rand(len(right), generator=generator) < share
    return torch.where(agrees, right, ~right)
