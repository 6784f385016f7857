"""Each method that looks inside a network, called in the same way."""

from collections.abc import Callable

import torch
from torch import Tensor, nn

from cnnviz.methods.deconvnet import deconvnet
from cnnviz.methods.feature_maps import feature_maps
from cnnviz.methods.grad_cam import grad_cam
from cnnviz.methods.guided_backpropagation import guided_backpropagation
from cnnviz.methods.integrated_gradients import integrated_gradients
from cnnviz.methods.occlusion import occlusion
from cnnviz.methods.panel import panel
from cnnviz.methods.saliency import saliency

Method = Callable[[nn.Module, str, Tensor, Tensor], Tensor]


def _panel(network: nn.Module, layer: str, images: Tensor, classes: Tensor) -> Tensor:
    views = panel(network, [layer], images, classes)
    return torch.cat([views.grad_cams[layer].flatten(1), views.saliency.flatten(1)], dim=1)


# Given a network, a layer, images and classes, each gives one result an image.
METHODS: dict[str, Method] = {
    "feature_maps": lambda network, layer, images, _: feature_maps(network, images, [layer])[layer],
    "grad_cam": grad_cam,
    "saliency": lambda network, _, images, classes: saliency(network, images, classes),
    "guided_backpropagation": lambda network, _, images, classes: guided_backpropagation(
        network, images, classes
    ),
    "integrated_gradients": lambda network, _, images, classes: integrated_gradients(
        network, images, classes, steps=7, batch=4
    ),
    "occlusion": lambda network, _, images, classes: occlusion(
        network, images, classes, window=5, stride=3
    ),
    "deconvnet": lambda network, _, images, classes: deconvnet(
        network, "conv2", images, classes % 6
    ),
    "panel": _panel,
}
