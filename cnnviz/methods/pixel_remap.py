"""The pixel remap: one fixed shuffle of positions, the same for every image."""

import torch
from jaxtyping import Float, Int
from torch import Tensor


class PixelRemap:
    """A fixed permutation of an image's positions; colour channels move together.

        remap = PixelRemap(28, 28, seed=0)
        remap.inverse(remap(images))  # the images again

    With a block size, pixels move only within squares of that many pixels a side: 1 leaves
    the image as it is, the whole side shuffles it all.
    """

    def __init__(self, height: int, width: int, seed: int, block: int | None = None):
        self.height, self.width = height, width
        self.order = _order(height, width, seed, block)

    @classmethod
    def fitting(
        cls,
        images: Float[Tensor, "image channel height width"],
        seed: int,
        block: int | None = None,
    ) -> "PixelRemap":
        """Make a remap for images of this size."""
        return cls(images.shape[2], images.shape[3], seed, block)

    def __call__(
        self, images: Float[Tensor, "image channel height width"]
    ) -> Float[Tensor, "image channel height width"]:
        """Move the pixels: position i of the result shows position order[i] of the image."""
        return self._moved(images, self.order)

    def inverse(
        self, images: Float[Tensor, "image channel height width"]
    ) -> Float[Tensor, "image channel height width"]:
        """Move the pixels back."""
        return self._moved(images, self.order.argsort())

    def _moved(self, images: Tensor, order: Tensor) -> Tensor:
        if images.shape[-2:] != (self.height, self.width):
            raise ValueError(
                f"this remap is for images of {self.height}×{self.width}, "
                f"but these are {images.shape[-2]}×{images.shape[-1]}"
            )
        return images.flatten(2)[:, :, order.to(images.device)].reshape(images.shape)


def _order(height: int, width: int, seed: int, block: int | None) -> Int[Tensor, " position"]:
    generator = torch.Generator().manual_seed(seed)
    positions = torch.arange(height * width).reshape(height, width)
    if block is None:
        return positions.flatten()[torch.randperm(height * width, generator=generator)]
    if block < 1 or height % block or width % block:
        raise ValueError(f"blocks of {block} px do not tile an image of {height}×{width}")
    order = positions.clone()
    for top in range(0, height, block):
        for left in range(0, width, block):
            square = positions[top : top + block, left : left + block]
            shuffled = square.flatten()[torch.randperm(block * block, generator=generator)]
            order[top : top + block, left : left + block] = shuffled.reshape(block, block)
    return order.flatten()
