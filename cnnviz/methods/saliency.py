"""Saliency: how much each pixel would change the score."""

from collections.abc import Callable

import torch
from jaxtyping import Float, Int
from torch import Tensor, nn

from cnnviz.inspection import inspecting, ready, score


def saliency(
    network: nn.Module,
    images: Float[Tensor, "image channel height width"],
    classes: Int[Tensor, " image"],
) -> Float[Tensor, "image channel height width"]:
    """Give the absolute gradient of each image's class score by its pixels.

    For one picture an image take the largest over the channels: `.amax(dim=1)`.

    Simonyan et al. 2014, https://arxiv.org/abs/1312.6034, section 3.
    """
    with inspecting(network, "saliency"):
        return pixel_gradients(network, images, classes).abs()


def pixel_gradients(network: Callable[[Tensor], Tensor], images: Tensor, classes: Tensor) -> Tensor:
    """Differentiate each image's class score by its pixels; images do not mix."""
    pixels = ready(images).requires_grad_()
    (gradients,) = torch.autograd.grad(score(network(pixels), classes).sum(), pixels)
    return gradients
