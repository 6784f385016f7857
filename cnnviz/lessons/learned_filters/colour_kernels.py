"""Kernels that look at colours, as little colour pictures."""

from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from cnnviz.drawing.labels import say
from cnnviz.drawing.style import SMALL, WIDTH, Look, Palette
from cnnviz.drawing.tiles import grid, places
from cnnviz.lessons.learned_filters.results import ColourKernels

COLUMNS, GAP, NUMBER = 8, 12, 18
SIDE = (WIDTH - (COLUMNS - 1) * GAP) / COLUMNS
STEP = SIDE + GAP, SIDE + NUMBER + GAP  # px to the next kernel, across and down


def height(result: ColourKernels) -> float:
    """Give the height of all kernels, in CSS pixels."""
    return -(-len(result["kernels"]) // COLUMNS) * STEP[1]


def colour_kernels(
    page: Axes, name: str, result: ColourKernels, top: float, paint: Palette
) -> dict[str, Any]:
    """Draw every kernel with its number below; give the note of the tiles' least and largest.

    Grey is a weight of zero in all colours; each kernel's largest weight is full colour. One
    that does nothing is an empty frame.
    """
    kernels, alive = result["kernels"], result["alive"]
    for at, (left, above) in enumerate(places(len(kernels), COLUMNS, STEP, (0, top))):
        if alive[at]:
            colour_tile(page, kernels[at], left, above, SIDE)
        else:
            look: Look = {"facecolor": "none", "edgecolor": paint.muted, "linewidth": 1}
            page.add_patch(Rectangle((left, above), SIDE, SIDE, linestyle=(0, (3, 3)), **look))
        say(page, left + SIDE / 2, above + SIDE + 11, str(at), paint.muted, SMALL, ha="center")
    ranges = [
        (k.min(), k.max()) if lives else None for k, lives in zip(kernels, alive, strict=True)
    ]
    return grid(name, ranges, corner=(0, top), side=SIDE, step=STEP, columns=COLUMNS)


def colour_tile(page: Axes, kernel: np.ndarray, left: float, top: float, side: float) -> None:
    """Put one kernel of (colour, height, width) at a place, of a size, in CSS pixels."""
    shown = 0.5 + kernel / (2 * np.abs(kernel).max())
    where = (left, left + side, top + side, top)
    page.imshow(shown.transpose(1, 2, 0), extent=where, aspect="auto", interpolation="none")
