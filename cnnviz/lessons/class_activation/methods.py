"""The same images explained by several methods."""

import torch
from torch import Tensor, nn

from cnnviz.lessons.class_activation.results import Answered, Explained
from cnnviz.lessons.shared.pictured import map_pictured, pictured
from cnnviz.methods.grad_cam import grad_cam
from cnnviz.methods.guided_backpropagation import guided_backpropagation
from cnnviz.methods.occlusion import occlusion
from cnnviz.methods.saliency import saliency

CEILING = 0.99  # of pixel gradients: a few are so large that beside them nothing else is seen


def answered(images: Tensor, answers: list[str], chances: Tensor) -> list[Answered]:
    """Give each image as a picture, with the answer to it and how sure that is."""
    return [
        {"picture": pictured(image), "answer": answer, "probability": float(chance)}
        for image, answer, chance in zip(images, answers, chances, strict=True)
    ]


def explained(
    answers: list[Answered],
    network: nn.Module,
    layer: str,
    images: Tensor,
    classes: Tensor,
    window: int,
    stride: int,
) -> list[Explained]:
    """Add to the answers each method's maps, in shares of the maximum or of a high quantile.

    Of gradients by pixels, the largest of the colours is taken. The cover of the occlusion is
    the mean of the images.
    """
    grey = float(images.mean())
    guided = guided_backpropagation(network, images, classes).abs()
    maps = {
        "grad_cam": (enlarged(grad_cam(network, layer, images, classes), images), 1.0),
        "occlusion": (occlusion(network, images, classes, window, stride, cover=grey), 1.0),
        "saliency": (saliency(network, images, classes).amax(dim=1), CEILING),
        "guided": (guided.amax(dim=1), CEILING),
    }
    return [
        {
            **answer,
            "maps": {name: map_pictured(some[at], top) for name, (some, top) in maps.items()},
        }
        for at, answer in enumerate(answers)
    ]


def enlarged(maps: Tensor, images: Tensor) -> Tensor:
    """Enlarge maps to the size of the images."""
    return torch.nn.functional.interpolate(
        maps[:, None], images.shape[2:], mode="bilinear", align_corners=False
    )[:, 0]
