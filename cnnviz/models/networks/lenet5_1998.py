"""LeNet-5 as it was in 1998: tanh and average pooling, 61,706 parameters."""

from collections import OrderedDict

from torch import nn


def lenet5_1998(channels: int = 1, size: int = 32, classes: int = 10) -> nn.Sequential:
    """Build the LeNet-5 of 1998: 6 and 16 filters of 5×5, then 120, 84, classes.

    What differs from the paper: there each pooling map had a coefficient and a bias to learn
    and a sigmoid of its own, each map of the second convolution saw only some of the first's
    (table I), the sigmoid was 1.7159 tanh(2a/3), and the outputs were distances to drawn
    digits (equation 7). The paper's own count, 60,000 free parameters, is for those.

    LeCun et al. 1998, "Gradient-Based Learning Applied to Document Recognition", section II.B.
    """
    if size not in (28, 32):
        raise ValueError(f"lenet5_1998 takes images of 28 or 32 px, not {size}")
    return nn.Sequential(
        OrderedDict(
            conv1=nn.Conv2d(channels, 6, kernel_size=5, padding=(32 - size) // 2),
            tanh1=nn.Tanh(),
            pool1=nn.AvgPool2d(2),
            conv2=nn.Conv2d(6, 16, kernel_size=5),
            tanh2=nn.Tanh(),
            pool2=nn.AvgPool2d(2),
            flatten=nn.Flatten(),
            dense1=nn.Linear(16 * 5 * 5, 120),
            tanh3=nn.Tanh(),
            dense2=nn.Linear(120, 84),
            tanh4=nn.Tanh(),
            scores=nn.Linear(84, classes),
        )
    )
