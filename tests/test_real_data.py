"""The packaged digits are MNIST's own, against the data set in full where it is at hand."""

import gzip
import os
from pathlib import Path

import numpy as np
import pytest
from torchvision.datasets import MNIST

from cnnviz.data.digits import packaged_digits

BESIDE = Path(__file__).parents[2] / "shared" / "data"
DATA = Path(os.environ.get("CNNVIZ_DATA", BESIDE))
RAW = Path("MNIST", "raw")


@pytest.fixture(scope="module")
def mnist(tmp_path_factory):
    """All 70,000 images as bytes with their labels, read by torchvision and not downloaded."""
    packed = sorted((DATA / RAW).glob("*.gz"))
    if len(packed) != 4:
        pytest.skip(f"MNIST in full is not in {DATA}: set CNNVIZ_DATA to the folder that has it")
    root = tmp_path_factory.mktemp("mnist")
    (root / RAW).mkdir(parents=True)
    for file in packed:  # torchvision unpacks only where it also downloads
        (root / RAW / file.stem).write_bytes(gzip.decompress(file.read_bytes()))
    return [
        (image.numpy().tobytes(), int(label))
        for part in (MNIST(root, train=train, download=False) for train in (True, False))
        for image, label in zip(part.data, part.targets, strict=True)
    ]


def test_every_packaged_digit_is_an_image_of_mnist_with_its_label(mnist):
    images, labels = packaged_digits()
    known = set(mnist)

    found = [
        (image.tobytes(), int(label)) in known for image, label in zip(images, labels, strict=True)
    ]

    assert np.mean(found) == 1
