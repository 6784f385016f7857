"""The multilayer perceptron: every unit sees every pixel."""

from collections import OrderedDict

from torch import nn


def mlp(
    channels: int = 1, size: int = 28, hidden: int = 128, classes: int = 10, dropout: float = 0.0
) -> nn.Sequential:
    """Build a perceptron with one hidden layer for images of size × size.

    With dropout, this share of the hidden units is silenced at random in every training step.

    Srivastava et al. 2014, https://jmlr.org/papers/v15/srivastava14a.html (dropout).
    """
    layers: OrderedDict[str, nn.Module] = OrderedDict(
        flatten=nn.Flatten(),
        dense1=nn.Linear(channels * size * size, hidden),
        relu1=nn.ReLU(),
    )
    if dropout:
        layers["dropout"] = nn.Dropout(dropout)
    layers["scores"] = nn.Linear(hidden, classes)
    return nn.Sequential(layers)
