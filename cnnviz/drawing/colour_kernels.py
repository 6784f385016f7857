"""Kernels that look at colours, as little colour pictures."""

from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from cnnviz.drawing.style import SMALL, WIDTH, Palette
from cnnviz.drawing.tiles import grid

COLUMNS, GAP, NUMBER = 8, 12, 18
SIDE = (WIDTH - (COLUMNS - 1) * GAP) / COLUMNS
STEP = SIDE + NUMBER + GAP


def height(count: int) -> float:
    """Give the height of so many kernels, in CSS pixels."""
    return -(-count // COLUMNS) * STEP


def colour_kernels(page: Axes, result: dict[str, Any], top: float, paint: Palette) -> None:
    """Draw every kernel, (filter, colour, height, width), with its number below.

    Grey is a weight of zero in all colours; each kernel's largest weight is full colour. One
    that does nothing is an empty frame.
    """
    for at, kernel in enumerate(result["kernels"]):
        row, column = divmod(at, COLUMNS)
        left, above = column * (SIDE + GAP), top + row * STEP
        if result["alive"][at]:
            colour_tile(page, kernel, left, above, SIDE)
        else:
            look: dict[str, Any] = {"facecolor": "none", "edgecolor": paint.muted, "linewidth": 1}
            page.add_patch(Rectangle((left, above), SIDE, SIDE, linestyle=(0, (3, 3)), **look))
        how: dict[str, Any] = {"ha": "center", "va": "center_baseline", "color": paint.muted}
        page.text(left + SIDE / 2, above + SIDE + 11, str(at), fontsize=SMALL, **how)


def told(name: str, result: dict[str, Any], top: float) -> dict[str, Any]:
    """Note what the tiles show: each kernel's weights, from the least to the largest."""
    both = zip(result["kernels"], result["alive"], strict=True)
    ranges = [(kernel.min(), kernel.max()) if alive else None for kernel, alive in both]
    place: dict[str, Any] = {"corner": (0, top), "side": SIDE, "step": (SIDE + GAP, STEP)}
    return grid(name, ranges, columns=COLUMNS, **place)


def colour_tile(page: Axes, kernel: np.ndarray, left: float, top: float, side: float) -> None:
    """Put one kernel of (colour, height, width) at a place, of a size, in CSS pixels."""
    shown = 0.5 + kernel / (2 * np.abs(kernel).max())
    where = (left, left + side, top + side, top)
    page.imshow(shown.transpose(1, 2, 0), extent=where, aspect="auto", interpolation="none")
