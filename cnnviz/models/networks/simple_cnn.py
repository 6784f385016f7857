"""The small network of Martins' notes: two convolutions of 2×2, one pooling."""

from collections import OrderedDict

from torch import nn


def simple_cnn() -> nn.Sequential:
    """Build SimpleCNN for 28×28×1 inputs and ten classes: 1,853,034 parameters.

    Martins, D. M. L., "Redes Neurais Convolucionais (CNNs)".
    """
    return nn.Sequential(
        OrderedDict(
            conv1=nn.Conv2d(1, 32, kernel_size=2, padding=1),
            relu1=nn.ReLU(),
            conv2=nn.Conv2d(32, 64, kernel_size=2, padding=1),
            pool=nn.MaxPool2d(2),
            flatten=nn.Flatten(),
            dense1=nn.Linear(64 * 15 * 15, 128),
            relu2=nn.ReLU(),
            scores=nn.Linear(128, 10),
        )
    )
