"""Moved, turned and enlarged images: the same object, somewhere or somehow else."""

from math import cos, radians, sin

import torch
from jaxtyping import Float, Int
from torch import Tensor
from torch.nn.functional import affine_grid, grid_sample

Images = Float[Tensor, "image channel height width"]


def shifted(images: Images, right: int = 0, down: int = 0, fill: float = 0.0) -> Images:
    """Move images by whole pixels; `fill` comes in where nothing was, what leaves is lost."""
    height, width = images.shape[2:]
    moved = torch.full_like(images, fill)
    if abs(right) < width and abs(down) < height:
        moved[..., _to(down, height), _to(right, width)] = images[
            ..., _to(-down, height), _to(-right, width)
        ]
    return moved


def centred(images: Images) -> Images:
    """Move each image by whole pixels, so that the centre of its mass is that of the frame.

    Channels move together; what leaves the frame is lost, and zeros come in. The middle of an
    even side is the later one of two, as in MNIST. An empty image stays as it is.
    """
    mass = images.sum(dim=1)
    right = _to_middle(mass.sum(dim=1))
    down = _to_middle(mass.sum(dim=2))
    places = zip(images.split(1), right.tolist(), down.tolist(), strict=True)
    return torch.cat([shifted(image, *by) for image, *by in places])


def turned(images: Images, degrees: float, fill: float = 0.0) -> Images:
    """Turn images about their centre, counterclockwise, with bilinear interpolation.

    Corners that leave the frame are lost, and `fill` comes in. A square image turned by 90°
    is `torch.rot90` of it but for rounding, and turned by 0° or 360° itself.
    """
    if degrees % 360 == 0:
        return images.clone()
    angle = radians(degrees)
    return _sampled(images, (cos(angle), -sin(angle)), (sin(angle), cos(angle)), fill)


def scaled(images: Images, factor: float, fill: float = 0.0) -> Images:
    """Enlarge (factor above 1) or shrink images about their centre, in the same frame.

    Bilinear: below a factor of ½ some pixels are passed over. A factor of 1 changes nothing.
    """
    if not factor > 0:
        raise ValueError(f"images can be scaled by a factor above 0, not by {factor}")
    if factor == 1:
        return images.clone()
    return _sampled(images, (1 / factor, 0.0), (0.0, 1 / factor), fill)


def _to_middle(mass: Float[Tensor, "image side"]) -> Int[Tensor, " image"]:
    """Say by how many pixels the centre of each mass along a side misses the middle."""
    total = mass.sum(dim=1)
    middle = mass.shape[1] // 2
    centre = mass @ torch.arange(mass.shape[1]).to(mass) / total.where(total > 0, 1)
    return (middle - centre.where(total > 0, middle)).round().int()


def _to(by: int, side: int) -> slice:
    """Give the part of a side that something moved by so many pixels comes to lie on."""
    return slice(max(by, 0), side + min(by, 0))


def _sampled(
    images: Images, across: tuple[float, float], down: tuple[float, float], fill: float
) -> Images:
    """Fetch each pixel from another place.

    The rows of a matrix give where: pixels (x, y) from the centre, for those of the result.
    """
    height, width = images.shape[2:]
    # The grid counts from −1 to 1 along both sides, whatever their lengths.
    matrix = torch.tensor(
        [
            [across[0], across[1] * height / width, 0.0],
            [down[0] * width / height, down[1], 0.0],
        ],
        dtype=images.dtype,
        device=images.device,
    )
    grid = affine_grid(matrix[None], [1, 1, height, width], align_corners=False)
    grid = grid.expand(len(images), -1, -1, -1)
    # Outside lies zero: what is filled in becomes zero for the while.
    return grid_sample(images - fill, grid, padding_mode="zeros", align_corners=False) + fill
