"""The digits, parsed once and split for every experiment alike."""

from typing import Any

import numpy as np
import torch
from torch import Tensor

from cnnviz.data.digits import packaged_digits, stratified_split


def packaged(sha256: str, limit: int | None) -> dict[str, np.ndarray]:
    """Parse and split the packaged digits.

    The checksum is that of the file: it is an argument so that another file is another step.
    """
    del sha256
    images, labels = packaged_digits()
    train, test = stratified_split(labels, limit)
    return {
        "train_images": images[train],
        "train_labels": labels[train],
        "test_images": images[test],
        "test_labels": labels[test],
    }


def tensors(data: dict[str, Any], part: str) -> tuple[Tensor, Tensor]:
    """Give the images of a part (`train` or `test`) as floats in [0, 1], and the labels."""
    images = torch.from_numpy(data[f"{part}_images"]).float().div(255)
    if images.ndim == 3:  # grey images are kept without a channel
        images = images[:, None]
    return images, torch.from_numpy(data[f"{part}_labels"]).long()
