"""Grids of cells with something written in each."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from cnnviz.drawing.labels import say
from cnnviz.drawing.style import SMALL, Look, Palette

GAP = 1.5  # px between cells


def cells(
    page: Axes,
    values: Iterable[Sequence[Any]],
    left: float,
    top: float,
    cell: float,
    paint: Palette,
    text: Callable[[Any], str] = str,
    fill: Callable[[Any], Any] | None = None,
    **how: Any,
) -> None:
    """Draw a grid of square cells at a place in CSS pixels: `text` and `fill` look at its value."""
    side = cell - GAP
    for row, line in enumerate(values):
        for column, value in enumerate(line):
            x, y = left + column * cell, top + row * cell
            colour = fill(value) if fill else paint.paper
            page.add_patch(Rectangle((x, y), side, side, facecolor=colour, edgecolor="none"))
            look: Look = {"ha": "center", "size": SMALL} | how
            say(page, x + side / 2, y + side / 2, text(value), **look)


def frame(
    page: Axes, left: float, top: float, width: float, height: float, colour: str, line: float = 3
) -> None:
    """Draw a frame around cells."""
    look: Look = {"facecolor": "none", "edgecolor": colour, "linewidth": line}
    box = (left - GAP / 2, top - GAP / 2)
    page.add_patch(Rectangle(box, width, height, joinstyle="round", **look))
