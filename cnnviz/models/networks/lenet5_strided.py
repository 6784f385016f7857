"""LeNet-5 with strides in place of pooling."""

from torch import nn

from cnnviz.models.networks.lenet5 import lenet5


def lenet5_strided(channels: int = 3, size: int = 32, classes: int = 10) -> nn.Sequential:
    """Build LeNet-5 without pooling: of four values that it would compare, the upper left stays."""
    return lenet5(channels, size, classes, pooling=False)
