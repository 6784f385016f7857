"""Grad-CAM: which places speak for a class, seen from any layer with maps."""

import torch
from jaxtyping import Float, Int
from torch import Tensor, nn

from cnnviz.inspection import as_maps, inspecting, ready, score
from cnnviz.recording import rooted


def grad_cam(
    network: nn.Module,
    layer: str,
    images: Float[Tensor, "image channel height width"],
    classes: Int[Tensor, "image *choice"],
) -> Float[Tensor, "image *choice map_height map_width"]:
    """Sum a layer's feature maps, each weighed by how much it speaks for a class.

    A map's weight is the gradient of the class score by that map, averaged over the map's
    positions. Evidence against the class is cut off at zero. The result is raw: enlarging it
    and scaling it for display belong to the figure. With several classes an image, (image,
    choice), the network runs once for all of them.

    Selvaraju et al. 2017, https://arxiv.org/abs/1610.02391, equations 1 and 2.
    """
    with inspecting(network, "grad_cam"):
        with rooted(network, layer) as outputs:
            scores = network(ready(images))
        maps = as_maps("grad_cam", layer, outputs[layer])
        if classes.ndim == 1:
            return _evidence(maps, scores, classes)
        several = [_evidence(maps, scores, chosen) for chosen in classes.unbind(1)]
        return torch.stack(several, dim=1)


def _evidence(maps: Tensor, scores: Tensor, classes: Tensor) -> Tensor:
    # Images do not mix in evaluation mode, so the summed score has each image's own gradient.
    (gradients,) = torch.autograd.grad(score(scores, classes).sum(), maps, retain_graph=True)
    return weighed(maps.detach(), gradients)


def weighed(
    maps: Float[Tensor, "image channel height width"],
    gradients: Float[Tensor, "image channel height width"],
) -> Float[Tensor, "image height width"]:
    """Weigh maps by their mean gradients, sum them, and keep the evidence for the class."""
    weights = gradients.mean(dim=(2, 3))
    return torch.einsum("ichw,ic->ihw", maps, weights).relu()
