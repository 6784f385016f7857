"""Pack a finished site into an archive: python -m cnnviz.publish.archive FOLDER ARCHIVE.zip"""

import os
import sys
import time
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo


def pack(folder: Path, archive: Path) -> None:
    """Write a zip with the folder in it; the same files are the same bytes."""
    # The earliest that a zip can tell is 1980.
    epoch = max(int(os.environ.get("SOURCE_DATE_EPOCH", "0")), 315532800)
    moment = time.gmtime(epoch)[:6]
    archive.parent.mkdir(parents=True, exist_ok=True)
    with ZipFile(archive, "w", ZIP_DEFLATED) as packed:
        for file in sorted(path for path in folder.rglob("*") if _wanted(path)):
            name = Path(archive.stem, file.relative_to(folder)).as_posix()
            entry = ZipInfo(name, moment)
            entry.external_attr = 0o644 << 16
            packed.writestr(entry, file.read_bytes(), ZIP_DEFLATED)


def _wanted(path: Path) -> bool:
    return path.is_file() and path.suffix != ".map" and not path.name.startswith("sitemap.")


if __name__ == "__main__":
    pack(Path(sys.argv[1]), Path(sys.argv[2]))
    print(f"{sys.argv[2]}: open index.html in it with any browser", file=sys.stderr)
