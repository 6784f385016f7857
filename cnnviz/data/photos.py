"""Photographs: scikit-image's own, or those of any folder."""

from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

from jaxtyping import Float
from torch import Tensor

from cnnviz.data.images import photo
from cnnviz.data.sources import PHOTOS

KINDS = (".png", ".jpg", ".jpeg", ".webp", ".gif", ".tif", ".tiff", ".bmp")


def photos(folder: Path | None = None) -> dict[str, Float[Tensor, "3 _height _width"]]:
    """Read all pictures of a folder by their names without suffix, else scikit-image's four.

    Raises FileNotFoundError where there is none, and ValueError where scikit-image's are not
    those that this version was made for, or where two of a folder would have one name.
    """
    if folder is None:
        return {Path(name).stem: photo(file) for name, file in _packaged().items()}
    if not folder.is_dir():
        raise FileNotFoundError(f"there is no folder {folder} to take photos from")
    files = sorted(file for file in folder.iterdir() if file.suffix.lower() in KINDS)
    if not files:
        raise FileNotFoundError(f"the folder {folder} has no pictures ({', '.join(KINDS)})")
    named: dict[str, Path] = {}
    for file in files:
        if file.stem in named:
            raise ValueError(
                f"{named[file.stem]} and {file} would both be {file.stem!r}: rename one of them"
            )
        named[file.stem] = file
    return {name: photo(file) for name, file in named.items()}


def _packaged() -> dict[str, Path]:
    """Find scikit-image's pictures without importing it, and verify them."""
    spec = find_spec("skimage")
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError("the package scikit-image is missing: pip install 'cnnviz[data]'")
    folder = Path(spec.submodule_search_locations[0], "data")
    files = {original.name: folder / original.name for original in PHOTOS.originals}
    for original in PHOTOS.originals:
        file = files[original.name]
        if not file.is_file():
            raise FileNotFoundError(f"{file} is missing: install scikit-image again")
        found = sha256(file.read_bytes()).hexdigest()
        if found != original.sha256:
            raise ValueError(
                f"{file} has the checksum {found}, expected was {original.sha256}. "
                "Install scikit-image again."
            )
    return files
