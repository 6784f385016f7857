"""Where data sets lie that are too large for packages or for git."""

import os
from pathlib import Path


def data_folder() -> Path:
    """Give the folder of downloads and hand-placed files: CNNVIZ_DATA, or `data/` where you are."""
    return Path(os.environ.get("CNNVIZ_DATA") or "data").expanduser()
