"""The wide multilayer perceptron, half of whose hidden units are silenced while it learns."""

from torch import nn

from cnnviz.models.networks.mlp import mlp


def mlp_dropout(
    channels: int = 1, size: int = 28, hidden: int = 512, classes: int = 10
) -> nn.Sequential:
    """Build a perceptron with 512 hidden units and a dropout of one half."""
    return mlp(channels, size, hidden, classes, dropout=0.5)
