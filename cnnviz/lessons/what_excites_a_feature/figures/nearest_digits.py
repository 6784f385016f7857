"""Test digits, and the training digits nearest to them: by features, and by pixels."""

from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from cnnviz.drawing.pixels import tile
from cnnviz.drawing.style import SMALL, WIDTH, Canvas, Palette, canvas, sheet

SPACES = ("features", "pixels")
GAP, BETWEEN, HEAD, ROW = 4, 20, 30, 8


def draw(nearest_digits: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw a row for each digit; a neighbour of another class is framed and named."""
    k = len(nearest_digits["features.labels"][0])
    side = (WIDTH - 2 * BETWEEN - 2 * GAP * (k - 1)) / (2 * k + 1)
    step = side + ROW
    queries = np.asarray(nearest_digits["queries"])
    figure = canvas(height=round(HEAD + len(queries) * step))
    page = sheet(figure)
    how: dict[str, Any] = {"fontsize": SMALL, "va": "center_baseline"}
    page.text(0, 14, words["query"], color=paint.muted, **how)
    for number, space in enumerate(SPACES):
        left = side + BETWEEN + number * (k * side + (k - 1) * GAP + BETWEEN)
        page.text(left, 14, words[space], color=paint.muted, **how)
        images, labels = (
            np.asarray(nearest_digits[f"{space}.images"]),
            nearest_digits[f"{space}.labels"],
        )
        for row in range(len(queries)):
            for column in range(k):
                x, y = left + column * (side + GAP), HEAD + row * step
                tile(page, images[row, column] / 255, x, y, side, paint)
                if labels[row][column] != nearest_digits["query_labels"][row]:
                    _strange(page, int(labels[row][column]), x, y, side, paint)
    for row, image in enumerate(queries):
        tile(page, image / 255, 0, HEAD + row * step, side, paint)
    return figure


def _strange(page: Axes, label: int, x: float, y: float, side: float, paint: Palette) -> None:
    look: dict[str, Any] = {"facecolor": "none", "edgecolor": paint.second, "linewidth": 2.5}
    page.add_patch(Rectangle((x + 1, y + 1), side - 2, side - 2, **look))
    how: dict[str, Any] = {"color": paint.second, "fontsize": SMALL, "weight": "bold"}
    page.text(x + side - 5, y + side - 9, str(label), ha="right", va="center_baseline", **how)
