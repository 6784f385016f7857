"""Where a kernel finds a place along one line of pixels, by stride and padding."""

from typing import Any

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from cnnviz.drawing.style import SMALL, Canvas, Palette, canvas, sheet

CELL = 34
BAR = 9  # px from one bar to the next below it
CASE = 112  # px a case
NAME = 392  # from the left
MOST = 1  # padding that the drawing has room for


def draw(kernel_places: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw each line of pixels with its padding, a bar for each place, and what stays unseen."""
    figure = canvas(height=CASE * len(kernel_places["cases"]) - 22)
    page = sheet(figure)
    for at, case in enumerate(kernel_places["cases"]):
        _line(page, case, at * CASE + 6, words, paint)
    return figure


def _line(page: Axes, case: dict[str, Any], top: float, words: dict, paint: Palette) -> None:
    size, kernel, starts = case["size"], case["kernel"], case["starts"]
    end = starts[-1] + kernel
    for pixel in range(-case["padding"], size + case["padding"]):
        inside = 0 <= pixel < size
        colour = paint.paper if inside else "none"
        look: dict[str, Any] = {"facecolor": colour, "edgecolor": paint.muted, "linewidth": 1}
        if not inside:
            look |= {"linestyle": (0, (2, 2))}
        if pixel >= end:
            look |= {"edgecolor": paint.second, "linewidth": 2.5, "zorder": 3}
        box = (1 + (pixel + MOST) * CELL, top)
        page.add_patch(Rectangle(box, CELL - 3, CELL - 8, **look))
        how: dict[str, Any] = {"ha": "center", "va": "center_baseline", "fontsize": SMALL}
        text = str(pixel + 1) if inside else "0"
        colour = paint.second if pixel >= end else paint.ink if inside else paint.muted
        page.text(box[0] + CELL / 2 - 1.5, top + CELL / 2 - 4, text, color=colour, **how)
    for at, start in enumerate(starts):
        y = top + CELL + 4 + (at % kernel) * BAR
        x = 1 + (start + MOST) * CELL
        page.plot((x + 3, x + kernel * CELL - 6), (y, y), color=paint.accent, linewidth=4)
    _name(page, case, top, words, paint)


def _name(page: Axes, case: dict[str, Any], top: float, words: dict, paint: Palette) -> None:
    line: dict[str, Any] = {"va": "center_baseline"}
    page.text(NAME, top + 9, words["case"].format(**case), **line)
    count = len(case["starts"])
    page.text(
        NAME, top + 32, words["places"].format(n=count), color=paint.accent, weight="bold", **line
    )
    unseen = case["size"] - case["starts"][-1] - case["kernel"]
    if unseen > 0:
        page.text(NAME, top + 55, words["unseen"], color=paint.second, weight="bold", **line)
