"""PKLot's parking spaces: photographs of 12,416 moments, cut into 695,899 labelled patches."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from PIL import Image

from cnnviz.choice import pick
from cnnviz.data.sources import PKLOT
from cnnviz.data.spaces import Spaces
from cnnviz.files.archives import unpack
from cnnviz.files.places import data_folder

# The frames' tree writes PUCPR where the patches' tree writes PUC.
CAMERAS = {"PUC": "PUC", "PUCPR": "PUC", "UFPR04": "UFPR04", "UFPR05": "UFPR05"}
WEATHERS = ("Sunny", "Cloudy", "Rainy")
LABELS = {"Empty": 0, "Occupied": 1}
NAME = re.compile(r"(\d{4}-\d\d-\d\d)_(\d\d)_(\d\d)_(\d\d)#(\d+)\.jpg", re.IGNORECASE)

Patch = tuple[Path, str, str, int]  # file, camera, weather, label


def pklot(
    root: Path | None = None,
    *,
    size: int = 64,
    limit: int | None = None,
    cameras: Sequence[str] | None = None,
) -> Spaces:
    """Read PKLot's patches, each resized to size × size.

    The root is the folder that holds `PKLot/PKLotSegmented` or is one of the two, or the official
    archive, which is unpacked beside itself; by default, the data folder. A limit takes that many
    patches, spread evenly over cameras, days and labels as the files are sorted: all of them take
    12 kB each at 64 pixels. Patches are of many shapes (31×84 to 82×176) and lose theirs here.

    Almeida, Oliveira, Silva Jr, Britto Jr & Koerich 2015, Expert Systems with Applications 42(11).
    """
    if limit is not None and limit < 1:
        raise ValueError(f"limit is a number of patches, 1 or more, not {limit}")
    tree = _tree(data_folder() if root is None else root)
    wanted = {pick("camera of PKLot", camera, CAMERAS) for camera in cameras or CAMERAS}
    patches = [patch for patch in _patches(tree) if patch[1] in wanted]
    if not patches:
        raise FileNotFoundError(
            f"{tree} has no patches of {', '.join(sorted(wanted))}: expected were files such as "
            "UFPR05/Sunny/2013-02-22/Empty/2013-02-22_06_05_00#001.jpg"
        )
    if limit is not None and limit < len(patches):
        chosen = np.linspace(0, len(patches) - 1, limit).round().astype(int)
        patches = [patches[place] for place in chosen]
    return _read(patches, size)


def _tree(root: Path) -> Path:
    archive = root if root.is_file() else root / PKLOT.originals[0].name
    folder = archive.parent
    for tree in (folder / "PKLot" / "PKLotSegmented", folder / "PKLotSegmented", folder):
        if tree.is_dir() and any((tree / camera).is_dir() for camera in CAMERAS):
            return tree
    if archive.is_file():
        unpack(archive)
        return _tree(folder)
    raise FileNotFoundError(
        PKLOT.missing(folder / "PKLot" / "PKLotSegmented", PKLOT.originals)
        + " It is unpacked where it lies."
    )


def _patches(tree: Path) -> Iterator[Patch]:
    """Walk through cameras, weathers, dates and labels; any of them can be missing."""
    for folder, camera in CAMERAS.items():
        for weather in WEATHERS:
            for day in sorted((tree / folder / weather).glob("*/")):
                for name, label in LABELS.items():
                    for file in sorted((day / name).glob("[!.]*.jpg")):
                        yield file, camera, weather, label


def _read(patches: Sequence[Patch], size: int) -> Spaces:
    named = [_name(file) for file, *_ in patches]
    images = np.empty((len(patches), 3, size, size), dtype=np.uint8)
    for place, (file, *_) in enumerate(patches):
        try:
            with Image.open(file) as opened:
                square = opened.convert("RGB").resize((size, size), Image.Resampling.BICUBIC)
        except OSError as error:
            raise ValueError(
                f"{file} is a damaged patch ({error}): unpack PKLot's archive again"
            ) from error
        images[place] = np.asarray(square).transpose(2, 0, 1)
    return Spaces(
        images=images,
        occupied=np.array([label for *_, label in patches], dtype=np.uint8),
        camera=tuple(camera for _, camera, _, _ in patches),
        weather=tuple(weather for _, _, weather, _ in patches),
        date=tuple(date for date, _, _ in named),
        time=tuple(time for _, time, _ in named),
        space=tuple(space for _, _, space in named),
        file=tuple(file.name for file, *_ in patches),
    )


def _name(file: Path) -> tuple[str, str, int]:
    """Read date, time and the space's number from a file's name."""
    match = NAME.fullmatch(file.name)
    if not match:
        raise ValueError(
            f"{file} is not named like PKLot's patches, such as 2013-02-22_06_05_00#001.jpg: "
            "move it out of the data set"
        )
    date, hours, minutes, seconds, space = match.groups()
    return date, f"{hours}:{minutes}:{seconds}", int(space)
