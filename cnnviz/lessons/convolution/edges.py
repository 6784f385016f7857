"""Edges found by two filters made by hand: of a picture in two tones, and of real digits."""

from typing import Any

import numpy as np
import torch
from torch import nn

from cnnviz.lessons.shared.digits import tensors
from cnnviz.methods.convolution import correlate

VERTICAL = torch.tensor([[1.0, 0.0, -1.0]] * 3)  # answers to upright edges
HORIZONTAL = VERTICAL.T


def of_two_tones(height: int, width: int, dark: int) -> dict[str, np.ndarray]:
    """Find the edges of a picture whose first columns are 0 and whose others are 1.

    Gives the picture `upright`, the same lying on its side, and what both filters make of each.
    """
    upright = torch.zeros(height, width)
    upright[:, dark:] = 1
    return {
        f"{name}.{what}": values.numpy()
        for name, picture in (("upright", upright), ("lying", upright.T))
        for what, values in (
            ("picture", picture),
            ("vertical", correlate(picture, VERTICAL)),
            ("horizontal", correlate(picture, HORIZONTAL)),
        )
    }


def of_digits(data: dict[str, Any], digits: list[int]) -> dict[str, Any]:
    """Filter the first test image of some digits by hand-made edge detectors, then by ReLU.

    The filters reach over the border, so that the maps are as large as the images. `shares`
    tells, over all test images, how much of the vertical filter's map is below, at and above 0.
    """
    images, labels = tensors(data, "test")
    chosen = torch.stack([images[labels == digit][0, 0] for digit in digits])
    vertical = torch.stack([correlate(image, VERTICAL, padding=1) for image in chosen])
    horizontal = torch.stack([correlate(image, HORIZONTAL, padding=1) for image in chosen])
    everywhere = nn.functional.conv2d(images, VERTICAL[None, None], padding=1)
    return {
        "digits": digits,
        "images": chosen.numpy(),
        "vertical": vertical.numpy(),
        "horizontal": horizontal.numpy(),
        "rectified": vertical.relu().numpy(),
        "opposite": (-vertical).relu().numpy(),
        "shares": {
            "negative": (everywhere < 0).float().mean().item(),
            "zero": (everywhere == 0).float().mean().item(),
            "positive": (everywhere > 0).float().mean().item(),
        },
    }
