"""All maps of a layer in one picture, in rows of equal tiles."""

from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import PowerNorm
from PIL import Image

from cnnviz.drawing.heat import opened
from cnnviz.drawing.labels import say
from cnnviz.drawing.style import SMALL, WIDTH, Look, Palette
from cnnviz.drawing.tiles import grid
from cnnviz.lessons.intermediate_activations.results import LayerMaps

FINE = 2  # pixels of the picture for one of the page
CRISP = 3  # maps that fit so many times into their tile are enlarged by whole pixels
LABEL = 30  # px for the number of a row's first channel
FEW, MANY = 16, 32  # columns: more of them where there are more than 64 maps
SHADES = PowerNorm(0.5, 0, 255)  # one strong channel would leave all the others blank


def mosaic(
    page: Axes, name: str, maps: np.ndarray, largest: float, top: float, paint: Palette
) -> dict[str, Any]:
    """Put maps, bytes of (map, height, width), on a page; give the note of what they show.

    That is each channel's values, from 0 to its own largest. A map without a value above zero
    has no tile but a dash. All dashes are one line with gaps.
    """
    rows, columns, pitch = _layout(len(maps))
    across = round(pitch * FINE)
    sheet = np.ma.array(np.zeros((rows * across, columns * across)), mask=True)
    dashes: list[tuple[float, float]] = []
    for at, one in enumerate(maps):
        row, column = divmod(at, columns)
        if not one.any():
            x, y = LABEL + (column + 0.5) * pitch, top + (row + 0.5) * pitch
            dashes += [(x - pitch / 8, y), (x + pitch / 8, y), (np.nan, np.nan)]
            continue
        tile = _enlarged(one, across - FINE)
        corner = (across - len(tile)) // 2
        down, left = row * across + corner, column * across + corner
        sheet[down : down + len(tile), left : left + len(tile)] = tile
    if dashes:
        page.plot(*zip(*dashes, strict=True), color=paint.muted, linewidth=1.2)
    where = (LABEL, WIDTH, top + rows * pitch, top)
    look: Look = {"cmap": paint.pixels, "norm": SHADES, "interpolation": "none"}
    page.imshow(sheet, extent=where, aspect="auto", **look)
    for row in range(rows):
        y = top + (row + 0.5) * pitch
        say(page, LABEL - 8, y, str(row * columns), paint.muted, SMALL, ha="right")
    values = [(0, one.max() / 255 * largest) if one.any() else None for one in maps]
    place: dict[str, Any] = {"corner": (LABEL, top), "side": pitch, "step": (pitch, pitch)}
    return grid(name, values, columns=columns, **place)


def height(maps: int) -> float:
    """Give the height of a mosaic of so many maps, in CSS pixels."""
    rows, _, pitch = _layout(maps)
    return rows * pitch


def unstacked(result: LayerMaps, layer: str) -> np.ndarray:
    """Give a layer's maps, which are below one another in their picture, as bytes."""
    side = next(each["side"] for each in result["layers"] if each["layer"] == layer)
    return (opened(result["maps"][layer]) * 255).round().astype(np.uint8).reshape(-1, side, side)


def _layout(maps: int) -> tuple[int, int, float]:
    """Give the rows and columns of a mosaic, and the way from tile to tile."""
    columns = FEW if maps <= 64 else MANY
    return -(-maps // columns), columns, (WIDTH - LABEL) / columns


def _enlarged(one: np.ndarray, side: int) -> np.ndarray:
    times = side // len(one)
    if times >= CRISP:
        return one.repeat(times, axis=0).repeat(times, axis=1)
    return np.asarray(Image.fromarray(one).resize((side, side), Image.Resampling.BILINEAR))
