"""Published weights: fetched once, kept under CNNVIZ_DATA, verified by what their name says."""

from pathlib import Path

from cnnviz.files.downloads import difference, download
from cnnviz.files.places import data_folder


def fetched(url: str, megabytes: float) -> Path:
    """Give the file of that address from CNNVIZ_DATA/weights, fetching it if it is not there.

    Its name must tell how its SHA-256 begins, as the names of torchvision's weights do.
    """
    file = data_folder() / "weights" / Path(url).name
    try:
        return download([url], file, about=f"{megabytes:.0f} MB", sha256=_told(file))
    except FileNotFoundError as error:
        raise FileNotFoundError(
            f"{error} Or set CNNVIZ_DATA to the folder of data that has it in its folder weights."
        ) from error


def verified(file: Path, cure: str) -> Path:
    """Give the file back if its SHA-256 begins as its name says: `resnet18-f37072fd.pth`."""
    if differs := difference(file, sha256=_told(file)):
        raise ValueError(f"{file.name} is damaged or another: it {differs} by its name. {cure}")
    return file


def _told(file: Path) -> str:
    return file.stem.rpartition("-")[2]
