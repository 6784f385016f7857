"""Is the heat map faithful? How the score falls and rises as its pixels are taken and given."""

from dataclasses import dataclass

import torch
from jaxtyping import Float, Int
from torch import Tensor, nn

from cnnviz.inspection import inspecting, ready, score

CHUNK = 128  # pictures shown to the network in one pass

Fill = float | Float[Tensor, "image channel height width"]


@dataclass(frozen=True)
class Curves:
    """The probability of each image's class while more and more pixels are exchanged."""

    shares: Float[Tensor, " step"]  # of the pixels exchanged so far, from 0 to 1
    probabilities: Float[Tensor, "image step"]
    areas: Float[Tensor, " image"]  # under the curves, 0 to 1, by the trapezoidal rule


def deletion(
    network: nn.Module,
    images: Float[Tensor, "image channel height width"],
    classes: Int[Tensor, " image"],
    maps: Float[Tensor, "image height width"],
    steps: int = 50,
    fill: Fill = 0.0,
) -> Curves:
    """Take the pixels away, those first that the map calls most important.

    Where the map is faithful the probability falls early: a small area is good. Pixels become
    `fill`: a value, or the pixels of other images, say blurred ones. All colours of a pixel go
    together; pixels of equal importance go row by row. The curve has steps + 1 points, as
    equally spaced as whole pixels allow.

    Petsiuk et al. 2018 (RISE), https://arxiv.org/abs/1806.07421, the deletion metric.
    """
    with inspecting(network, "deletion"), torch.no_grad():
        return _curves(network, images, _filled(images, fill), classes, maps, steps)


def insertion(
    network: nn.Module,
    images: Float[Tensor, "image channel height width"],
    classes: Int[Tensor, " image"],
    maps: Float[Tensor, "image height width"],
    steps: int = 50,
    fill: Fill = 0.0,
) -> Curves:
    """Begin with nothing but `fill`, and give the pixels in the order of `deletion`.

    Where the map is faithful the probability rises early: a large area is good. The paper
    begins with a blurred image, so that no sharp edges arise around the first pixels.

    Petsiuk et al. 2018 (RISE), https://arxiv.org/abs/1806.07421, the insertion metric.
    """
    with inspecting(network, "insertion"), torch.no_grad():
        return _curves(network, _filled(images, fill), images, classes, maps, steps)


def _curves(
    network: nn.Module, before: Tensor, after: Tensor, classes: Tensor, maps: Tensor, steps: int
) -> Curves:
    pixels = maps.shape[1] * maps.shape[2]
    if not 1 <= steps <= pixels:
        raise ValueError(f"{pixels} pixels can be exchanged in 1 to {pixels} steps, not {steps}")
    if maps.isnan().any():
        raise ValueError("some importance is not a number: the pixels have no order")
    order = maps.flatten(1).argsort(dim=1, descending=True, stable=True)
    ranks = order.argsort(dim=1)
    counts = (torch.arange(steps + 1, device=maps.device) * pixels / steps).round()
    image, step = torch.meshgrid(
        torch.arange(len(maps), device=maps.device),
        torch.arange(steps + 1, device=maps.device),
        indexing="ij",
    )
    found = []
    for i, s in zip(image.flatten().split(CHUNK), step.flatten().split(CHUNK), strict=True):
        exchanged = (ranks[i] < counts[s, None]).unflatten(1, maps.shape[1:])[:, None]
        mixed = torch.where(exchanged, after[i], before[i])
        found.append(_probability(network(ready(mixed)), classes[i]))
    probabilities = torch.cat(found).reshape(image.shape)
    shares = (counts / pixels).to(probabilities)
    return Curves(shares, probabilities, torch.trapezoid(probabilities, shares))


def _filled(images: Tensor, fill: Fill) -> Tensor:
    return torch.as_tensor(fill, dtype=images.dtype, device=images.device).expand_as(images)


def _probability(
    outputs: Float[Tensor, "image class"], classes: Int[Tensor, " image"]
) -> Float[Tensor, " image"]:
    """Give the class's softmax, or for a network with one output, its sigmoid."""
    scores = score(outputs, classes)
    if outputs.shape[1] == 1:
        return scores.sigmoid()
    return (scores - outputs.logsumexp(dim=1)).exp()
