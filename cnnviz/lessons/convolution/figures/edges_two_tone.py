"""Two hand-made filters, and what they make of an upright and of a lying edge."""

from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import Colormap

from cnnviz.drawing.cells import cells
from cnnviz.drawing.signed import colours, signed_key
from cnnviz.drawing.style import SMALL, Canvas, Palette, canvas, sheet

VERTICAL = [["1", "0", "−1"]] * 3
FILTERS: dict[str, list[list[str]]] = {
    "vertical": VERTICAL,
    "horizontal": [list(column) for column in zip(*VERTICAL, strict=True)],
}
COLUMNS = {"picture": 0, "vertical": 206, "horizontal": 400}  # from the left
CELL, WEIGHT = 13, 26
TOP = 34 + 3 * WEIGHT + 24
ROW = 11 * CELL + 24


def draw(edges_two_tone: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw a row for each picture and a column for each filter, under its numbers."""
    reach = max(abs(values).max() for values in edges_two_tone.values())
    figure = canvas(height=TOP + 2 * ROW + 20)
    page = sheet(figure)
    for name, left in COLUMNS.items():
        page.text(left, 10, words[name], va="center_baseline")
        if name in FILTERS:
            cells(page, FILTERS[name], left, 34, WEIGHT, paint)
    for at, picture in enumerate(("upright", "lying")):
        top = TOP + at * ROW
        for name, left in COLUMNS.items():
            values = edges_two_tone[f"{picture}.{name}"]
            if name == "picture":
                _grid(page, values, left, top, paint.pixels, (0, 1))
            else:
                _grid(page, values, left, top, colours(paint), (-reach, reach))
    how: dict[str, Any] = {"color": paint.muted, "fontsize": SMALL, "va": "center_baseline"}
    page.text(COLUMNS["vertical"], TOP + 2 * ROW + 2, words["key"], **how)
    signed_key(page, COLUMNS["horizontal"], TOP + 2 * ROW + 2, reach, words, paint, 0)
    return figure


def _grid(
    page: Axes, values: np.ndarray, left: float, top: float, scale: Colormap, reach: tuple
) -> None:
    height, width = values.shape
    where = (left, left + width * CELL, top + height * CELL, top)
    how: dict[str, Any] = {"cmap": scale, "vmin": reach[0], "vmax": reach[1]}
    page.imshow(values, extent=where, aspect="auto", interpolation="none", **how)
