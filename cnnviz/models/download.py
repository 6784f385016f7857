"""Published weights: fetched once, kept under CNNVIZ_DATA, verified by what their name says."""

from hashlib import file_digest
from pathlib import Path

from cnnviz.files.downloads import download
from cnnviz.files.places import data_folder


def fetched(url: str, megabytes: float) -> Path:
    """Give the file of that address from CNNVIZ_DATA/weights, fetching it if it is not there.

    Its name must tell how its SHA-256 begins, as the names of torchvision's weights do.
    """
    file = data_folder() / "weights" / Path(url).name
    try:
        return download(url, file, sha256=_told(file))
    except ConnectionError as error:
        raise FileNotFoundError(
            f"the weights {file} ({megabytes:.0f} MB) are missing: {error}\n"
            "Or set CNNVIZ_DATA to the folder of data that has them in its folder weights."
        ) from error


def verified(file: Path, cure: str) -> Path:
    """Give the file back if its SHA-256 begins as its name says: `resnet18-f37072fd.pth`."""
    with file.open("rb") as content:
        found = file_digest(content, "sha256").hexdigest()
    if not found.startswith(_told(file)):
        raise ValueError(
            f"{file.name} has the checksum {found}, but its name says that it begins with "
            f"{_told(file)}: the file is damaged or another. {cure}"
        )
    return file


def _told(file: Path) -> str:
    return file.stem.rpartition("-")[2]
