"""Images without anything in them: four kinds of noise."""

import torch
from jaxtyping import Float
from torch import Tensor

from cnnviz.choice import UnknownName

KINDS = ("uniform", "normal", "salt_and_pepper", "shuffled_digits")


def noise(
    kind: str, like: Float[Tensor, "image channel height width"], seed: int
) -> Float[Tensor, "image channel height width"]:
    """Make as many noise images as there are images in `like`, of the same shape, in [0, 1].

    - `uniform`: every pixel anywhere between black and white.
    - `normal`: a bell curve around mid-grey, standard deviation 0.25, cut off at the ends.
    - `salt_and_pepper`: every pixel black or white.
    - `shuffled_digits`: the pixels of each image of `like`, each in an order of its own, so
      that only the arrangement is lost and no grey value.
    """
    generator = torch.Generator().manual_seed(seed)
    if kind == "uniform":
        return torch.rand(like.shape, generator=generator)
    if kind == "normal":
        return torch.randn(like.shape, generator=generator).mul(0.25).add(0.5).clamp(0, 1)
    if kind == "salt_and_pepper":
        return (torch.rand(like.shape, generator=generator) < 0.5).float()
    if kind == "shuffled_digits":
        order = torch.rand(like.flatten(1).shape, generator=generator).argsort(dim=1)
        return like.flatten(1).gather(1, order).reshape(like.shape)
    raise UnknownName("kind of noise", kind, KINDS)
