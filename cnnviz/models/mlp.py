"""The multilayer perceptron: every unit sees every pixel."""

from collections import OrderedDict

from torch import nn


def mlp(channels: int = 1, size: int = 28, hidden: int = 128, classes: int = 10) -> nn.Sequential:
    """Build a perceptron with one hidden layer for images of size × size."""
    return nn.Sequential(
        OrderedDict(
            flatten=nn.Flatten(),
            dense1=nn.Linear(channels * size * size, hidden),
            relu1=nn.ReLU(),
            scores=nn.Linear(hidden, classes),
        )
    )
