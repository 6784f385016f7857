"""The site's typeface for matplotlib, converted from the web font that the pages use."""

import atexit
import shutil
import tempfile
from pathlib import Path

from fontTools.ttLib import TTFont
from matplotlib import font_manager

import cnnviz

WEIGHTS = (400, 700)
FILES = (
    Path(cnnviz.__file__).parents[1] / "node_modules/@fontsource/atkinson-hyperlegible-next/files"
)


def register(files: Path) -> list[str]:
    """Make the typeface known to matplotlib and give the font families to ask for, in order.

    The second family has the signs that the first one lacks, such as ≥.
    """
    family = ""
    # matplotlib reads a font when it first draws with it, so the files stay until the end.
    folder = Path(tempfile.mkdtemp(prefix="cnnviz-typeface-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    for weight in WEIGHTS:
        web = files / f"atkinson-hyperlegible-next-latin-{weight}-normal.woff"
        if not web.exists():
            raise FileNotFoundError(f"the figures' typeface is not at {web}: run make setup")
        # matplotlib reads no woff. The time of conversion must not enter the file.
        font = TTFont(web, recalcTimestamp=False)
        font.flavor = None
        plain = folder / f"{weight}.ttf"
        font.save(plain)
        font_manager.fontManager.addfont(plain)
        family = str(font["name"].getDebugName(1))
    return [family, "DejaVu Sans"]


FAMILIES = register(FILES)
