"""All maps of a layer in one picture, in rows of equal tiles."""

from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import PowerNorm
from PIL import Image

from cnnviz.drawing.heat import opened
from cnnviz.drawing.style import SMALL, Palette
from cnnviz.drawing.tiles import grid

FINE = 2  # pixels of the picture for one of the page
CRISP = 3  # maps that fit so many times into their tile are enlarged by whole pixels
LABEL = 30  # px for the number of a row's first channel
SHADES = PowerNorm(0.5, 0, 255)  # one strong channel would leave all the others blank


def mosaic(
    page: Axes, maps: np.ndarray, top: float, width: float, columns: int, paint: Palette
) -> float:
    """Put maps, bytes of (map, height, width), on a page; give the height in CSS pixels.

    A map without a value above zero has no tile but a dash. All dashes are one line with gaps.
    """
    pitch = (width - LABEL) / columns
    rows = -(-len(maps) // columns)
    across = round(pitch * FINE)
    sheet = np.ma.array(np.zeros((rows * across, columns * across)), mask=True)
    dashes: list[tuple[float, float]] = []
    for at, one in enumerate(maps):
        row, column = divmod(at, columns)
        middle = LABEL + (column + 0.5) * pitch, top + (row + 0.5) * pitch
        if not one.any():
            ends = [(middle[0] + way * pitch / 8, middle[1]) for way in (-1, 1)]
            dashes += [*ends, (np.nan, np.nan)]
            continue
        tile = _enlarged(one, across - FINE)
        corner = (across - len(tile)) // 2
        down, left = row * across + corner, column * across + corner
        sheet[down : down + len(tile), left : left + len(tile)] = tile
    if dashes:
        page.plot(*zip(*dashes, strict=True), color=paint.muted, linewidth=1.2)
    where = (LABEL, width, top + rows * pitch, top)
    look: dict[str, Any] = {"cmap": paint.pixels, "norm": SHADES, "interpolation": "none"}
    page.imshow(sheet, extent=where, aspect="auto", **look)
    for row in range(rows):
        x, y = LABEL - 8, top + (row + 0.5) * pitch
        how: dict[str, Any] = {
            "ha": "right",
            "va": "center_baseline",
            "color": paint.muted,
            "fontsize": SMALL,
        }
        page.text(x, y, str(row * columns), **how)
    return rows * pitch


def told(
    name: str, maps: np.ndarray, largest: float, top: float, width: float, columns: int
) -> dict[str, Any]:
    """Note what the tiles of a mosaic show: each channel's values, from 0 to its own largest."""
    pitch = (width - LABEL) / columns
    values = [(0, one.max() / 255 * largest) if one.any() else None for one in maps]
    place: dict[str, Any] = {"corner": (LABEL, top), "side": pitch, "step": (pitch, pitch)}
    return grid(name, values, columns=columns, **place)


def unstacked(uri: str, side: int) -> np.ndarray:
    """Give the maps of a picture that has them below one another, as bytes."""
    return (opened(uri) * 255).round().astype(np.uint8).reshape(-1, side, side)


def _enlarged(one: np.ndarray, side: int) -> np.ndarray:
    times = side // len(one)
    if times >= CRISP:
        return one.repeat(times, axis=0).repeat(times, axis=1)
    return np.asarray(Image.fromarray(one).resize((side, side), Image.Resampling.BILINEAR))
