"""LeNet-5, with ReLU and max pooling, as it is taught today."""

from collections import OrderedDict

from torch import nn


def lenet5(
    channels: int = 3, size: int = 32, classes: int = 10, pooling: bool = True
) -> nn.Sequential:
    """Build LeNet-5 in the form of Cabral's notes: 8 and 16 filters, then 120, 84, classes.

    For 32×32×3 inputs it has 62,958 parameters. Inputs of 28 px get a border of two zeros,
    as MNIST's digits did in LeCun et al. 1998, so that the later layers are the same.

    Without pooling the convolutions have a stride of 2 instead: of the four values that a max
    pooling would compare, the upper left one stays. Shapes and parameters are the same.

    Cabral, E. L. L., "Redes Neurais Convolucionais #2"; LeCun et al. 1998, section II.B.
    """
    if size not in (28, 32):
        raise ValueError(f"lenet5 takes images of 28 or 32 px, not {size}")
    stride = 1 if pooling else 2
    layers: OrderedDict[str, nn.Module] = OrderedDict(
        conv1=nn.Conv2d(channels, 8, kernel_size=5, stride=stride, padding=(32 - size) // 2),
        relu1=nn.ReLU(),
        pool1=nn.MaxPool2d(2),
        conv2=nn.Conv2d(8, 16, kernel_size=5, stride=stride),
        relu2=nn.ReLU(),
        pool2=nn.MaxPool2d(2),
        flatten=nn.Flatten(),
        dense1=nn.Linear(16 * 5 * 5, 120),
        relu3=nn.ReLU(),
        dense2=nn.Linear(120, 84),
        relu4=nn.ReLU(),
        scores=nn.Linear(84, classes),
    )
    if not pooling:
        del layers["pool1"], layers["pool2"]
    return nn.Sequential(layers)
