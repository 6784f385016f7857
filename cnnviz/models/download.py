"""Weights from the net: fetched once, kept under CNNVIZ_DATA, their checksum verified."""

import os
import shutil
from hashlib import file_digest
from http.client import HTTPException
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.request import urlopen


def fetched(url: str, megabytes: float) -> Path:
    """Give the file of that address from CNNVIZ_DATA/weights, fetching it if it is not there.

    Its name must tell how its SHA-256 begins, as the names of torchvision's weights do.
    """
    file = Path(os.environ.get("CNNVIZ_DATA", "data"), "weights", Path(url).name)
    if not file.is_file():
        try:
            _fetch(url, file)
        except (OSError, HTTPException) as error:
            raise FileNotFoundError(
                f"the weights {file} ({megabytes:.0f} MB) are missing, and they could not be "
                f"fetched from {url} ({error}). Put that file there by hand, or set CNNVIZ_DATA "
                "to the folder of data that has it in its folder weights."
            ) from error
    return verified(file, cure=f"Remove {file} and fetch {url} again.")


def verified(file: Path, cure: str) -> Path:
    """Give the file back if its SHA-256 begins as its name says: `resnet18-f37072fd.pth`."""
    expected = file.stem.rpartition("-")[2]
    with file.open("rb") as content:
        found = file_digest(content, "sha256").hexdigest()
    if not found.startswith(expected):
        raise ValueError(
            f"{file.name} has the checksum {found}, but its name says that it begins with "
            f"{expected}: the file is damaged or another. {cure}"
        )
    return file


def _fetch(url: str, file: Path) -> None:
    """Fetch a file, which is then whole under its name or absent, also for other processes."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=file.parent) as aside:
        part = Path(aside, file.name)
        with urlopen(url, timeout=60) as source, part.open("wb") as target:
            shutil.copyfileobj(source, target)
        verified(part, cure=f"Fetch {url} again.").replace(file)
