"""Networks of torchvision, and their published weights."""

from pathlib import Path

from torch import nn

from cnnviz.models.download import fetched

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
