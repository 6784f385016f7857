"""MNIST in full: 60,000 digits for training, 10,000 for the test."""

import gzip
from pathlib import Path

import numpy as np
from jaxtyping import UInt8

from cnnviz.data.sources import MNIST, Original
from cnnviz.files.downloads import download
from cnnviz.files.places import data_folder

RAW = Path("MNIST", "raw")  # as torchvision lays it out
OF_IMAGES, OF_LABELS = 16, 8  # bytes of a file's header: type, number of images, sides

Digits = UInt8[np.ndarray, "image 28 28"]
Labels = UInt8[np.ndarray, " image"]


def mnist(
    fetch: bool = False, folder: Path | None = None
) -> tuple[Digits, Labels, UInt8[np.ndarray, "other 28 28"], UInt8[np.ndarray, " other"]]:
    """Read all digits: training images and labels, test images and labels; grey values 0 to 255.

    The four files are looked for in `MNIST/raw` of the data folder, and downloaded there where
    they are missing and `fetch` is true. Raises FileNotFoundError where they are missing, and
    ValueError where one is not the original (told by its checksum).
    """
    raw = (folder or data_folder()) / RAW
    missing = [file for file in MNIST.originals if not (raw / file.name).is_file()]
    if missing and not fetch:
        raise FileNotFoundError(MNIST.missing(raw, missing))
    train, train_labels, test, test_labels = (_values(raw, file) for file in MNIST.originals)
    return (
        train[OF_IMAGES:].reshape(-1, 28, 28),
        train_labels[OF_LABELS:],
        test[OF_IMAGES:].reshape(-1, 28, 28),
        test_labels[OF_LABELS:],
    )


def _values(raw: Path, file: Original) -> UInt8[np.ndarray, " byte"]:
    packed = download(file.urls, raw / file.name, about=file.about, md5=file.md5)
    return np.frombuffer(bytearray(gzip.decompress(packed.read_bytes())), np.uint8)
