"""A panel: several views of the same images from one pass there and one back."""

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from jaxtyping import Float, Int
from torch import Tensor, nn

from cnnviz.inspection import inspecting, ready, score
from cnnviz.methods.grad_cam import weighed
from cnnviz.recording import recording


@dataclass(frozen=True)
class Panel:
    """What `panel` gives: layers by name, each raw."""

    scores: Float[Tensor, "image class"]
    maps: dict[str, Tensor]
    grad_cams: dict[str, Tensor]
    saliency: Float[Tensor, "image channel height width"]


def panel(
    network: nn.Module,
    layers: Sequence[str],
    images: Float[Tensor, "image channel height width"],
    classes: Int[Tensor, " image"],
) -> Panel:
    """Give feature maps and Grad-CAM of several layers, and saliency, from a single pass.

    The same as `feature_maps`, `grad_cam` and `saliency` one by one. A layer without places,
    like a dense one, has no Grad-CAM.
    """
    with inspecting(network, "panel"):
        pixels = ready(images).requires_grad_()
        with recording(network, *layers) as outputs:
            scores = network(pixels)
        recorded = [outputs[layer] for layer in layers]
        total = score(scores, classes).sum()
        by_pixels, *by_maps = torch.autograd.grad(total, [pixels, *recorded])
    views = list(zip(layers, recorded, by_maps, strict=True))
    return Panel(
        scores=scores.detach(),
        maps={layer: maps.detach() for layer, maps, _ in views},
        grad_cams={
            layer: weighed(maps.detach(), by) for layer, maps, by in views if maps.ndim == 4
        },
        saliency=by_pixels.abs(),
    )
