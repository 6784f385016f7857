"""Chollet's convnet for cats and dogs: four convolutions of 3×3, each with its pooling."""

from collections import OrderedDict

from torch import nn

FILTERS = (32, 64, 128, 128)


def chollet_convnet(channels: int = 3, size: int = 150, classes: int = 1) -> nn.Sequential:
    """Build Chollet's convnet: for 150×150×3 and one output it has 3,453,121 parameters.

    The one output is the score of class 1 (there: a dog), before the sigmoid.

    Chollet, F. (2017), "Deep Learning with Python", section 5.2.
    """
    layers: OrderedDict[str, nn.Module] = OrderedDict()
    side, inputs = size, channels
    for number, filters in enumerate(FILTERS, start=1):
        layers[f"conv{number}"] = nn.Conv2d(inputs, filters, kernel_size=3)
        layers[f"relu{number}"] = nn.ReLU()
        layers[f"pool{number}"] = nn.MaxPool2d(2)
        side, inputs = (side - 2) // 2, filters
    if side < 1:
        raise ValueError(
            f"chollet_convnet takes images of 46 px or more, not {size}: "
            "four poolings leave nothing of smaller ones"
        )
    layers["flatten"] = nn.Flatten()
    layers["dense1"] = nn.Linear(inputs * side * side, 512)
    layers["relu5"] = nn.ReLU()
    layers["scores"] = nn.Linear(512, classes)
    return nn.Sequential(layers)
