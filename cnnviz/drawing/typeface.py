"""The site's typeface for matplotlib, converted from the web font that the pages use."""

import os
from hashlib import sha256
from pathlib import Path

import matplotlib
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
    for weight in WEIGHTS:
        web = files / f"atkinson-hyperlegible-next-latin-{weight}-normal.woff"
        if not web.exists():
            raise FileNotFoundError(f"the figures' typeface is not at {web}: run make setup")
        font_manager.fontManager.addfont(_converted(web))
    return ["Atkinson Hyperlegible Next", "DejaVu Sans"]


def _converted(web: Path) -> Path:
    """Give the font as the TTF that matplotlib can read, kept where it keeps its own caches."""
    digest = sha256(web.read_bytes()).hexdigest()[:16]
    plain = Path(matplotlib.get_cachedir()) / f"cnnviz-{digest}.ttf"
    if not plain.exists():
        font = TTFont(web, recalcTimestamp=False)
        font.flavor = None
        # Several workers may convert at once: each writes its own file, and any of them serves.
        own = plain.with_suffix(f".{os.getpid()}")
        font.save(own)
        own.replace(plain)
    return plain


FAMILIES = register(FILES)
