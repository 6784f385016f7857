"""The multilayer perceptron with a wide hidden layer, which can learn few images by heart."""

from torch import nn

from cnnviz.models.networks.mlp import mlp


def mlp_wide(
    channels: int = 1, size: int = 28, hidden: int = 512, classes: int = 10
) -> nn.Sequential:
    """Build a perceptron with 512 hidden units."""
    return mlp(channels, size, hidden, classes)
