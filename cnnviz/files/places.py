"""Where data sets lie that are too large for packages or for git."""

import os
from hashlib import sha256
from pathlib import Path


def data_folder() -> Path:
    """Give the folder of downloads and hand-placed files: CNNVIZ_DATA, or `data/` where you are."""
    return Path(os.environ.get("CNNVIZ_DATA") or "data").expanduser()


def folders_digest(root: Path) -> str:
    """Digest the names and times of all folders below one: it changes as files come and go.

    To digest the files of a large data set would take longer than a build with nothing to make.
    """
    digest = sha256()
    for folder, below, _ in os.walk(root):
        below.sort()
        digest.update(f"{Path(folder).relative_to(root)} {os.stat(folder).st_mtime_ns}\n".encode())
    return digest.hexdigest()[:16]
