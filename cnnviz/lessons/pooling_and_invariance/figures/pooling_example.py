"""Sixteen numbers in four windows, and the one number that each pooling keeps of a window."""

from typing import Any

from matplotlib.axes import Axes
from matplotlib.colors import to_rgba
from matplotlib.patches import Rectangle

from cnnviz.drawing.numbers import number
from cnnviz.drawing.style import WIDTH, Canvas, Palette, canvas, sheet

CELL, TOP = 54, 34
TINT = 0.3  # a window's opacity


def draw(pooling_example: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw the numbers, and beside them the maxima and the averages, in their windows' colours."""
    side = len(pooling_example["values"]) * CELL
    small = TOP + (side - len(pooling_example["max"]) * CELL) / 2
    across = len(pooling_example["max"]) * CELL
    figure = canvas(height=TOP + side + 4)
    page = sheet(figure)
    page.text(0, 12, words["given"], va="center_baseline")
    _table(page, pooling_example["values"], 2, (2, TOP), pooling_example["max"], words, paint)
    lefts = {"max": (WIDTH + side - 2 * across) / 2 + 8, "average": WIDTH - across - 2}
    for name, left in lefts.items():
        page.text(left, small - 22, words[name], va="center_baseline")
        _table(page, pooling_example[name], 1, (left, small), None, words, paint)
    return figure


def _table(
    page: Axes,
    values: list[list[float]],
    window: int,
    corner: tuple[float, float],
    kept: list[list[float]] | None,
    words: dict[str, str],
    paint: Palette,
) -> None:
    tints = [[paint.accent, paint.second], [paint.muted, paint.cnn]]
    for row, line in enumerate(values):
        for column, value in enumerate(line):
            home = row // window, column // window
            tint = tints[home[0] % 2][home[1] % 2]
            x, y = corner[0] + column * CELL, corner[1] + row * CELL
            look: dict[str, Any] = {"facecolor": to_rgba(tint, TINT), "edgecolor": paint.page}
            page.add_patch(Rectangle((x, y), CELL, CELL, linewidth=2, **look))
            largest = kept is None or value == kept[home[0]][home[1]]
            digits = 0 if value == int(value) else 1
            how: dict[str, Any] = {"weight": "bold" if largest else "normal", "fontsize": 20}
            middle = x + CELL / 2, y + CELL / 2
            text = number(value, words, digits)
            page.text(*middle, text, ha="center", va="center_baseline", **how)
