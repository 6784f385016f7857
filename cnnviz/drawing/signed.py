"""Values of both signs as crisp pixels: paper is zero, one colour is above, another below it."""

from collections.abc import Iterable
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap

from cnnviz.drawing.numbers import number
from cnnviz.drawing.style import SMALL, Palette

BAR = (90, 10)  # px of the scale, across and down


def signed_tile(
    sheet: Axes,
    values: np.ndarray,
    left: float,
    top: float,
    side: float,
    reach: float,
    paint: Palette,
) -> None:
    """Put values from −reach to reach at a place, of a size, in CSS pixels."""
    where = (left, left + side, top + side, top)
    scale: dict[str, Any] = {"cmap": colours(paint), "vmin": -reach, "vmax": reach}
    sheet.imshow(values, extent=where, aspect="auto", interpolation="none", **scale)


def signed_scale(sheet: Axes, right: float, middle: float, paint: Palette) -> None:
    """Draw the scale: a bar from − to +, ending at a place."""
    across, down = BAR
    left = right - across - 18
    signs: dict[str, Any] = {"color": paint.muted, "fontsize": SMALL, "va": "center_baseline"}
    sheet.text(left - 8, middle, "−", ha="right", **signs)
    sheet.text(right, middle, "+", ha="right", **signs)
    ramp = np.linspace(-1, 1, 64)[None]
    where = (left, left + across, middle + down / 2, middle - down / 2)
    sheet.imshow(ramp, extent=where, aspect="auto", cmap=colours(paint), vmin=-1, vmax=1)


def signed_key(
    sheet: Axes,
    left: float,
    middle: float,
    reach: float,
    words: dict[str, str],
    paint: Palette,
    digits: int = 1,
) -> None:
    """Draw the scale with its ends in numbers, beginning at a place."""
    below, above = number(-reach, words, digits), number(reach, words, digits)
    across, down = BAR
    start = left + 9.0 * len(below) + 4  # digits of this size are about 9 px wide
    how: dict[str, Any] = {"va": "center_baseline", "fontsize": SMALL, "color": paint.muted}
    sheet.text(start - 8, middle, below, ha="right", **how)
    sheet.text(start + across + 8, middle, above, **how)
    ramp = np.linspace(-1, 1, 64)[None]
    where = (start, start + across, middle + down / 2, middle - down / 2)
    sheet.imshow(ramp, extent=where, aspect="auto", cmap=colours(paint), vmin=-1, vmax=1)


def colours(paint: Palette) -> LinearSegmentedColormap:
    """Give the scale from below zero to above."""
    return LinearSegmentedColormap.from_list("signed", [paint.second, paint.paper, paint.accent])


def signed_tiles(
    sheet: Axes,
    tiles: Iterable[np.ndarray],
    corners: Iterable[tuple[float, float]],
    side: float,
    paint: Palette,
    reach: float | None = None,
) -> None:
    """Put values at places: on one scale where a reach is given, else each on its own."""
    for values, (left, top) in zip(tiles, corners, strict=True):
        own = float(np.abs(values).max()) if reach is None else reach
        signed_tile(sheet, values, left, top, side, own, paint)
