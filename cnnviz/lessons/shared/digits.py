"""The digits, parsed once and split for every experiment alike."""

from typing import Literal

import numpy as np
import torch
from torch import Tensor

from cnnviz.data.digits import packaged_digits, stratified_split
from cnnviz.data.mnist import mnist
from cnnviz.results import Images


def packaged(sha256: str, limit: int | None) -> Images:
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


def mnist_in_full(md5: list[str], limit: int | None) -> Images:
    """Read all of MNIST, fetching it where it is missing, in its own split.

    A limit takes the first so many images of each class in all, six sevenths of them for
    training. The checksums are arguments so that other files are another step.
    """
    del md5
    train_images, train_labels, test_images, test_labels = mnist(fetch=True)
    if limit is not None:
        tests = round(limit / 7)
        train, test = first_of_each(train_labels, limit - tests), first_of_each(test_labels, tests)
        train_images, train_labels = train_images[train], train_labels[train]
        test_images, test_labels = test_images[test], test_labels[test]
    return {
        "train_images": train_images,
        "train_labels": train_labels,
        "test_images": test_images,
        "test_labels": test_labels,
    }


def first_of_each(labels: np.ndarray, count: int) -> np.ndarray:
    """Give the places of the first so many images of each class, in their order."""
    chosen = [np.flatnonzero(labels == label)[:count] for label in np.unique(labels)]
    return np.sort(np.concatenate(chosen))


def tensors(data: Images, part: Literal["train", "test"]) -> tuple[Tensor, Tensor]:
    """Give the images of a part (`train` or `test`) as floats in [0, 1], and the labels."""
    if part == "train":
        arrays, labels = data["train_images"], data["train_labels"]
    else:
        arrays, labels = data["test_images"], data["test_labels"]
    images = torch.from_numpy(arrays).float().div(255)
    if images.ndim == 3:  # grey images are kept without a channel
        images = images[:, None]
    return images, torch.from_numpy(labels).long()
