"""Grids of cells with something written in each."""

from collections.abc import Sequence
from typing import Any

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from cnnviz.drawing.style import SMALL, Palette

GAP = 1.5  # px between cells


def cells(
    page: Axes,
    texts: Sequence[Sequence[str]],
    left: float,
    top: float,
    cell: float,
    paint: Palette,
    fills: Sequence[Sequence[Any]] | None = None,
    **how: Any,
) -> None:
    """Draw a grid of square cells at a place in CSS pixels; `fills` are the cells' colours."""
    written: dict[str, Any] = {"ha": "center", "va": "center_baseline", "fontsize": SMALL} | how
    for row, line in enumerate(texts):
        for column, text in enumerate(line):
            x, y = left + column * cell, top + row * cell
            colour = paint.paper if fills is None else fills[row][column]
            side = cell - GAP
            page.add_patch(Rectangle((x, y), side, side, facecolor=colour, edgecolor="none"))
            page.text(x + side / 2, y + side / 2, text, **written)


def frame(
    page: Axes, left: float, top: float, width: float, height: float, colour: str, line: float = 3
) -> None:
    """Draw a frame around cells."""
    look: dict[str, Any] = {"facecolor": "none", "edgecolor": colour, "linewidth": line}
    box = (left - GAP / 2, top - GAP / 2)
    page.add_patch(Rectangle(box, width, height, joinstyle="round", **look))
