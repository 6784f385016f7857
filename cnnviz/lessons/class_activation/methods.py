"""The same images explained by several methods."""

import torch
from torch import Tensor, nn

from cnnviz.lessons.shared.pictured import map_pictured
from cnnviz.methods.grad_cam import grad_cam
from cnnviz.methods.guided_backpropagation import guided_backpropagation
from cnnviz.methods.occlusion import occlusion
from cnnviz.methods.saliency import saliency

CEILING = 0.99  # of pixel gradients: a few are so large that beside them nothing else is seen


def explained(
    network: nn.Module, layer: str, images: Tensor, classes: Tensor, window: int, stride: int
) -> dict[str, list[str]]:
    """Give each method's maps as pictures, in shares of the maximum (or of a high quantile).

    Of gradients by pixels, the largest of the colours is taken. The cover of the occlusion is
    the mean of the images.
    """
    found = {
        "grad_cam": enlarged(grad_cam(network, layer, images, classes), images),
        "occlusion": occlusion(
            network, images, classes, window, stride, cover=float(images.mean())
        ),
        "saliency": saliency(network, images, classes).amax(dim=1),
        "guided": guided_backpropagation(network, images, classes).abs().amax(dim=1),
    }
    fine = ("saliency", "guided")
    return {
        method: [map_pictured(each, CEILING if method in fine else 1.0) for each in maps]
        for method, maps in found.items()
    }


def enlarged(maps: Tensor, images: Tensor) -> Tensor:
    """Enlarge maps to the size of the images."""
    return torch.nn.functional.interpolate(
        maps[:, None], images.shape[2:], mode="bilinear", align_corners=False
    )[:, 0]
