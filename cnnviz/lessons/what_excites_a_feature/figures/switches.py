"""Pooling there and back: the switches remember where each maximum was."""

from typing import Any

from matplotlib.axes import Axes
from matplotlib.colors import to_rgba

from cnnviz.drawing.cells import cells, frame
from cnnviz.drawing.numbers import number
from cnnviz.drawing.style import SMALL, WIDTH, Canvas, Palette, canvas, sheet

CELL, TOP = 44, 36
TINT = 0.28  # opacity of a cell that holds a maximum


def draw(switches: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw the numbers with their maxima framed, the pooled ones, and these put back."""
    side = len(switches["values"]) * CELL
    small = len(switches["pooled"]) * CELL
    lefts = (2, (WIDTH - small) / 2, WIDTH - side - 2)
    tops = (TOP, TOP + (side - small) / 2, TOP)
    figure = canvas(height=TOP + side + 6)
    page = sheet(figure)
    tables = (switches["values"], switches["pooled"], switches["back"])
    for name, left, top, table in zip(
        ("values", "pooled", "back"), lefts, tops, tables, strict=True
    ):
        page.text(left, top - 16, words[name], va="center_baseline", fontsize=SMALL)
        _table(page, table, left, top, switches, name, words, paint)
    middle = TOP + side / 2
    arrow = {"arrowstyle": "->", "color": paint.muted, "linewidth": 1.5}
    for start, end in ((lefts[0] + side, lefts[1]), (lefts[1] + small, lefts[2])):
        ends: dict[str, Any] = {"xy": (end - 8, middle), "xytext": (start + 8, middle)}
        page.annotate("", arrowprops=arrow, **ends)
    return figure


def _table(
    page: Axes,
    table: list[list[float]],
    left: float,
    top: float,
    result: dict[str, Any],
    name: str,
    words: dict[str, str],
    paint: Palette,
) -> None:
    across = len(table)
    kept = set(range(across**2)) if name == "pooled" else set(result["places"])
    texts = [[number(value, words, 0) for value in line] for line in table]
    tint = to_rgba(paint.accent, TINT)
    fills = [
        [tint if row * across + column in kept else paint.paper for column in range(across)]
        for row in range(across)
    ]
    cells(page, texts, left, top, CELL, paint, fills, fontsize="medium")
    if name == "pooled":
        return
    for row in range(0, across, 2):
        for column in range(0, across, 2):
            corner = (left + column * CELL, top + row * CELL)
            frame(page, *corner, 2 * CELL, 2 * CELL, paint.muted, line=1.2)
