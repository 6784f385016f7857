"""The Gabor patch that fits a kernel best: a wave under a bell, like cells of the visual cortex."""

from dataclasses import dataclass
from functools import cache
from itertools import product

import torch
from jaxtyping import Float
from torch import Tensor

ANGLES = 16  # in half a turn
WAVELENGTHS = (1.25, 1, 0.75, 0.5)  # in sides of the kernel …
SHORTEST = 2.5  # … but no shorter than this many pixels
SPREADS = (0.2, 0.35)  # of the bell, in sides of the kernel
PLACES = (-0.2, 0, 0.2)  # of its middle, in sides of the kernel from that of the kernel


@dataclass(frozen=True)
class Gabors:
    """The best patch for each kernel."""

    share: Float[Tensor, " filter"]  # of the kernel's variance that it explains, 0 to 1
    patch: Float[Tensor, "filter side side"]  # on the kernel's own scale, with its mean


def best_gabor(kernels: Float[Tensor, "filter side side"]) -> Gabors:
    """Fit each kernel by a patch of free direction, wavelength, width, place, phase and height.

    The kernel's mean counts for nothing. All but phase and height are tried out; these two are
    exact, because a wave of any phase is a mixture of a sine and a cosine. A small kernel is
    fitted well by chance: compare with random kernels of the same size.

    Gabor 1946; on the visual cortex: Jones & Palmer 1987.
    """
    flat = kernels.flatten(1).double()
    mean = flat.mean(dim=1, keepdim=True)
    centred = flat - mean
    energy = centred.square().sum(dim=1)
    if not energy.all():
        raise ValueError("a kernel whose weights are all equal has no variance to explain")
    planes = _planes(kernels.shape[-1])  # patch, 2, pixel
    shares = torch.einsum("fp,tkp->ftk", centred, planes).square().sum(dim=2) / energy[:, None]
    share, best = shares.max(dim=1)
    chosen = planes[best]
    patch = torch.einsum("fp,fkp,fkq->fq", centred, chosen, chosen) + mean
    kind = kernels.dtype
    return Gabors(share.to(kind), patch.reshape(kernels.shape).to(kind))


@cache
def _planes(side: int) -> Float[Tensor, "patch 2 pixel"]:
    """Give each patch as the plane of all its phases: two directions of mean 0 and length 1."""
    place = torch.arange(side).double() - (side - 1) / 2
    down, across = torch.meshgrid(place, place, indexing="ij")
    lengths = sorted({max(SHORTEST, share * side) for share in WAVELENGTHS})
    planes = []
    for turn, length, spread, x, y in product(range(ANGLES), lengths, SPREADS, PLACES, PLACES):
        angle = torch.tensor(turn * torch.pi / ANGLES)
        right, below = across - x * side, down - y * side
        bell = torch.exp(-(right**2 + below**2) / (2 * (spread * side) ** 2))
        along = (right * angle.cos() - below * angle.sin()) * 2 * torch.pi / length
        pair = torch.stack([bell * along.cos(), bell * along.sin()]).flatten(1)
        planes.append(torch.linalg.qr((pair - pair.mean(dim=1, keepdim=True)).T).Q.T)
    return torch.stack(planes)
