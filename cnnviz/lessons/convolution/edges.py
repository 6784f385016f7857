"""Edges found by two filters made by hand: of a picture in two tones, and of real digits."""

import torch
from torch import nn

from cnnviz.lessons.convolution.results import DigitEdges, TwoTone
from cnnviz.lessons.shared.digits import tensors
from cnnviz.methods.convolution import correlate
from cnnviz.results import Images

VERTICAL = torch.tensor([[1.0, 0.0, -1.0]] * 3)  # answers to upright edges
HORIZONTAL = VERTICAL.T


def edges_two_tone(height: int, width: int, dark: int) -> TwoTone:
    """Find the edges of a picture whose first columns are 0 and whose others are 1.

    Gives the picture `upright`, the same `lying` on its side, and what both filters make of each.
    """
    upright = torch.zeros(height, width)
    upright[:, dark:] = 1
    found: TwoTone = {}
    for name, picture in (("upright", upright), ("lying", upright.T)):
        found[f"{name}.picture"] = picture.numpy()
        found[f"{name}.vertical"] = correlate(picture, VERTICAL).numpy()
        found[f"{name}.horizontal"] = correlate(picture, HORIZONTAL).numpy()
    return found


def edges_digits(data: Images, digits: list[int]) -> DigitEdges:
    """Filter the first test image of some digits by hand-made edge detectors, then by ReLU.

    The filters reach over the border, so that the maps are as large as the images. `shares`
    tells, over all test images, how much of the vertical filter's map is below, at and above 0.
    """
    images, labels = tensors(data, "test")
    chosen = torch.stack([images[labels == digit][0, 0] for digit in digits])
    vertical, horizontal = (
        torch.stack([correlate(image, kernel, padding=1) for image in chosen])
        for kernel in (VERTICAL, HORIZONTAL)
    )
    everywhere = nn.functional.conv2d(images, VERTICAL[None, None], padding=1)
    parts = {"negative": everywhere < 0, "zero": everywhere == 0, "positive": everywhere > 0}
    return {
        "digits": digits,
        "images": chosen.numpy(),
        "vertical": vertical.numpy(),
        "horizontal": horizontal.numpy(),
        "rectified": vertical.relu().numpy(),
        "opposite": (-vertical).relu().numpy(),
        "shares": {name: part.float().mean().item() for name, part in parts.items()},
    }
