"""The Oxford-IIIT Pet photographs, told apart as cats and dogs."""

from pathlib import Path

import numpy as np
import torch
from jaxtyping import UInt8
from torchvision.datasets import OxfordIIITPet
from torchvision.transforms.functional import to_tensor

from cnnviz.data.images import square
from cnnviz.data.sources import PETS
from cnnviz.files.archives import unpack
from cnnviz.files.downloads import download
from cnnviz.files.places import data_folder

PLACE = "oxford-iiit-pet"  # as torchvision lays it out

Pets = UInt8[np.ndarray, "image 3 {size} {size}"]
Labels = UInt8[np.ndarray, " image"]


def pets(
    size: int = 128, limit: int | None = None, fetch: bool = False, folder: Path | None = None
) -> tuple[Pets, Labels, UInt8[np.ndarray, "other 3 {size} {size}"], UInt8[np.ndarray, " other"]]:
    """Read cats (0) and dogs (1), cropped square: training images and labels, then the test's.

    The data set's own split is kept (Parkhi et al. 2012). A limit takes that many images of each
    part, spread evenly over its list, which is sorted by breed. The two archives are unpacked
    where they lie. Raises FileNotFoundError where one is missing and `fetch` is false.
    """
    if limit is not None and limit < 1:
        raise ValueError(f"limit is a number of images of each part, 1 or more, not {limit}")
    root = folder or data_folder()
    for file in PETS.originals:
        archive = root / PLACE / file.name
        if (root / PLACE / file.name.partition(".")[0]).is_dir():
            continue
        if not archive.is_file() and not fetch:
            raise FileNotFoundError(PETS.missing(root / PLACE, PETS.originals))
        unpack(download(file.urls, archive, about=file.about, md5=file.md5))
    return *_part(root, "trainval", size, limit), *_part(root, "test", size, limit)


def _part(root: Path, split: str, size: int, limit: int | None) -> tuple[Pets, Labels]:
    listed = OxfordIIITPet(root, split=split, target_types="binary-category")
    count = len(listed) if limit is None else min(limit, len(listed))
    chosen = np.linspace(0, len(listed) - 1, count).round().astype(int).tolist()
    images = torch.empty(count, 3, size, size, dtype=torch.uint8)
    labels = np.empty(count, dtype=np.uint8)
    for place, number in enumerate(chosen):
        try:
            picture, labels[place] = listed[number]
        except OSError as error:
            error.add_note(f"an image of {root / PLACE} is missing or damaged: unpack it again")
            raise
        images[place] = square(to_tensor(picture), size).mul(255).round().byte()
    return images.numpy(), labels
