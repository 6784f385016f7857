"""Networks of torchvision, and their published weights."""

from functools import partial
from pathlib import Path

from torch import nn

from cnnviz.models.architecture import Architecture
from cnnviz.models.download import fetched
from cnnviz.models.preparation import IMAGENET

NAMES = ("alexnet", "vgg16", "mobilenet_v3_small", "resnet18", "squeezenet1_1")


def published(name: str, /, classes: int = 1000) -> nn.Module:
    """Build torchvision's network of that name, with torchvision's names for its layers."""
    # Here, because torchvision takes as long to import as torch and few steps need it.
    from torchvision.models import get_model

    return get_model(name, num_classes=classes)


def published_file(name: str) -> Path:
    """Give the file of the ImageNet weights that torchvision publishes; fetch it if need be."""
    from torchvision.models import get_model_weights  # here for the same reason

    weights = get_model_weights(name)["DEFAULT"]
    return fetched(weights.url, megabytes=weights.meta["_file_size"])


def architecture(name: str) -> Architecture:
    """Tell of a network of torchvision."""
    weights = {"torchvision": partial(published_file, name)}
    return Architecture(partial(published, name), IMAGENET, weights)
