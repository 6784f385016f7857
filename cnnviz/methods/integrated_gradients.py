"""Integrated gradients: each pixel's share of the score, added up along a path."""

import numpy as np
import torch
from jaxtyping import Float, Int
from torch import Tensor, nn

from cnnviz.inspection import inspecting, often
from cnnviz.methods.saliency import pixel_gradients

BATCH = 5  # images at once: on a processor as fast as any, and a third of the memory


def integrated_gradients(
    network: nn.Module,
    images: Float[Tensor, "image channel height width"],
    classes: Int[Tensor, " image"],
    baseline: Float[Tensor, "#image #channel #height #width"] | None = None,
    steps: int = 50,
    batch: int = BATCH,
) -> Float[Tensor, "image channel height width"]:
    """Share out the difference of scores between the image and a baseline among the pixels.

    The gradient is averaged along the straight way from the baseline (zeros) to the image, at
    the nodes of a Gauss-Legendre quadrature of that many steps, and multiplied by the
    difference. The shares sum to the difference of scores, up to the quadrature's error.

    Sundararajan et al. 2017, https://arxiv.org/abs/1703.01365, equation 1.
    """
    if steps < 1 or batch < 1:
        raise ValueError(f"steps and batch count from 1, not {steps} and {batch}")
    nodes, weights = _quadrature(steps, images)
    difference = images.detach() if baseline is None else images.detach() - baseline
    start = torch.zeros_like(images) if baseline is None else baseline.expand_as(images)
    with inspecting(network, "integrated_gradients"):
        scored = often(network)
        total = torch.zeros_like(images)
        for some in torch.arange(steps * len(images), device=images.device).split(batch):
            image, step = some % len(images), some // len(images)
            on_the_way = start[image] + nodes[step] * difference[image]
            gradients = pixel_gradients(scored, on_the_way, classes[image.to(classes.device)])
            total.index_add_(0, image, weights[step] * gradients)
        return total * difference


def _quadrature(steps: int, images: Tensor) -> tuple[Tensor, Tensor]:
    """Give the nodes and weights of Gauss-Legendre on [0, 1], to be multiplied with images."""
    nodes, weights = np.polynomial.legendre.leggauss(steps)

    def column(values: np.ndarray) -> Tensor:
        return torch.as_tensor(values, dtype=images.dtype, device=images.device).view(-1, 1, 1, 1)

    return column((nodes + 1) / 2), column(weights / 2)
