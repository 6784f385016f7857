"""How much of a kernel is an edge detector: its share in the space of the Sobel kernels."""

from dataclasses import dataclass
from functools import cache
from math import comb

import torch
from jaxtyping import Float
from torch import Tensor


@dataclass(frozen=True)
class Edges:
    """Kernels taken apart: flat + edge + the rest = 1, in shares of their squared weights."""

    flat: Float[Tensor, " filter"]  # of the mean: what answers to an even grey
    edge: Float[Tensor, " filter"]  # of the two Sobel kernels, in whatever mixture
    angle: Float[Tensor, " filter"]  # where it brightens: radians, anticlockwise from the right
    part: Float[Tensor, "filter side side"]  # the Sobel part itself


def sobel_edges(kernels: Float[Tensor, "filter side side"]) -> Edges:
    """Measure how much of each kernel is a Sobel edge detector of some direction.

    The two Sobel kernels are at right angles to each other, and their mixtures are edge detectors
    of all directions; so a kernel's share in the plane that they span is that of its best edge.

    Sobel & Feldman 1968; on filters that are steered by mixing: Freeman & Adelson 1991.
    """
    flat = kernels.flatten(1).double()
    energy = flat.square().sum(dim=1)
    if not energy.all():
        raise ValueError("a kernel whose weights are all zero is neither flat nor an edge")
    plane = sobel(kernels.shape[-1]).flatten(1)
    across, up = (flat @ plane.T).unbind(dim=1)
    part = (flat @ plane.T @ plane).reshape(kernels.shape)
    kind = kernels.dtype
    return Edges(
        flat=(flat.mean(dim=1).square() * flat.shape[1] / energy).to(kind),
        edge=((across.square() + up.square()) / energy).to(kind),
        angle=torch.atan2(up, across).to(kind),
        part=part.to(kind),
    )


@cache
def sobel(side: int) -> Float[Tensor, "2 {side} {side}"]:
    """Give the two Sobel kernels of this size, of length 1: brighter on the right, and above.

    Larger ones than 3×3 are what several small ones make one after the other: a difference of
    neighbours, smoothed by binomial weights in both directions.
    """
    if side < 2:
        raise ValueError(f"an edge needs two pixels or more, and a kernel of {side}×{side} has not")
    smooth, difference = _binomial(side), _difference(side)
    across = torch.outer(smooth, difference)
    both = torch.stack([across, across.T.flip(0)])
    return both / both.flatten(1).norm(dim=1)[:, None, None]


def chance(side: int, exceeded: float = 0.05) -> float:
    """Give the edge share that only so many of random kernels of this size exceed.

    Of a random kernel of n independent normal weights, the share in a plane follows the beta
    distribution with parameters 1 and n/2 − 1: more than t with probability (1 − t)^(n/2 − 1).
    """
    return 1 - exceeded ** (2 / (side**2 - 2))


def _binomial(side: int) -> Float[Tensor, " side"]:
    return torch.tensor([comb(side - 1, place) for place in range(side)]).double()


def _difference(side: int) -> Float[Tensor, " side"]:
    smooth = _binomial(side - 1)
    padded = torch.cat([smooth.new_zeros(1), smooth, smooth.new_zeros(1)])
    return padded[:-1] - padded[1:]
