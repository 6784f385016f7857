"""A small image and the row of numbers that it becomes: where a pixel's neighbours go."""

from typing import Any

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from cnnviz.drawing.style import SMALL, WIDTH, Canvas, Palette, canvas, sheet

CELL = 34
TOP, BETWEEN = 30, 96  # above the image, and from it to the row


def draw(flattening: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw the numbered pixels, the row below, and a line from each marked pixel to its place."""
    side = flattening["side"]
    left = (WIDTH - side * CELL) / 2
    narrow = WIDTH / side**2
    row = TOP + side * CELL + BETWEEN
    marked = dict.fromkeys(flattening["neighbours"], paint.accent) | {
        flattening["pixel"]: paint.second
    }
    figure = canvas(height=row + 68)
    page = sheet(figure)
    page.text(0, TOP + 6, words["image"], color=paint.muted, va="center_baseline")
    name: dict[str, Any] = {"color": paint.muted, "va": "center_baseline"}
    page.text(WIDTH, row - 18, words["row"], ha="right", **name)
    for place, colour in marked.items():
        down, across = divmod(place, side)
        start = left + (across + 0.5) * CELL, TOP + (down + 0.5) * CELL
        end = (place + 0.5) * narrow, row
        page.plot(*zip(start, end, strict=True), color=colour, linewidth=1.5, alpha=0.7)
    for place in range(side**2):
        down, across = divmod(place, side)
        at = (left + across * CELL, TOP + down * CELL)
        fill = marked.get(place, paint.paper)
        _cell(page, at, (CELL, CELL), fill, paint)
        _cell(page, (place * narrow, row), (narrow, 24), fill, paint)
        text: dict[str, Any] = {"color": paint.page if place in marked else paint.ink}
        text |= {"ha": "center", "va": "center_baseline", "fontsize": SMALL, "zorder": 4}
        page.text(at[0] + CELL / 2, at[1] + CELL / 2, str(place), **text)
    for place, colour in marked.items():
        own = place == flattening["pixel"]  # a line further down: its neighbours are close
        under = (place + 0.5) * narrow, row + (58 if own else 40)
        how: dict[str, Any] = {"color": colour, "weight": "bold", "fontsize": SMALL}
        page.text(*under, str(place), ha="center", va="center_baseline", **how)
    return figure


def _cell(
    page: Axes,
    at: tuple[float, float],
    size: tuple[float, float],
    fill: str,
    paint: Palette,
) -> None:
    look: dict[str, Any] = {"facecolor": fill, "edgecolor": paint.page}
    page.add_patch(Rectangle(at, *size, linewidth=1.5, zorder=3, **look))
