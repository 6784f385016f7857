"""MNIST in full: 60,000 digits for training, 10,000 for the test."""

import gzip
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from jaxtyping import UInt8

from cnnviz.data.sources import MNIST
from cnnviz.files.downloads import download
from cnnviz.files.places import data_folder

RAW = Path("MNIST", "raw")  # as torchvision lays it out

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
    # Here, because torchvision takes as long to import as torch and few steps need it.
    from torchvision.datasets import MNIST as TorchMnist

    raw = (folder or data_folder()) / RAW
    missing = [file for file in MNIST.originals if not (raw / file.name).is_file()]
    if missing and not fetch:
        raise FileNotFoundError(MNIST.missing(raw, missing))
    with TemporaryDirectory() as root:
        (Path(root) / RAW).mkdir(parents=True)
        for file in MNIST.originals:  # torchvision would unpack beside them; that may be read-only
            packed = download(file.urls, raw / file.name, md5=file.md5, size=file.size)
            unpacked = Path(root) / RAW / packed.stem
            unpacked.write_bytes(gzip.decompress(packed.read_bytes()))
        train, test = (TorchMnist(root, train=part) for part in (True, False))
    return (
        train.data.numpy(),
        train.targets.numpy().astype(np.uint8),
        test.data.numpy(),
        test.targets.numpy().astype(np.uint8),
    )
