"""Several channels: each filter is as deep as its input, and gives one map."""

from typing import Any

from matplotlib.axes import Axes
from matplotlib.patches import FancyArrowPatch, Rectangle

from cnnviz.drawing.style import SMALL, Canvas, Palette, canvas, sheet

SHOWN = "3_8_5"
TOP, HEIGHT = 62, 250
IMAGE, KERNEL, MAP = 130, 44, 56  # px a side
BACK = 11  # px that each sheet of a stack lies behind the one before
FILTERS, MAPS = 248, 448  # from the left
DRAWN = 3  # filters; the others are dots


def draw(layer_shapes: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw the input's sheets, three of the filters, and the map of each."""
    filters, channels, size, _ = layer_shapes[SHOWN]["weight"]
    figure = canvas(height=TOP + HEIGHT + 34)
    page = sheet(figure)
    colours = (paint.accent, paint.second, paint.muted)
    for left, name in ((0, "input"), (FILTERS - 20, "filters"), (MAPS - 20, "maps")):
        page.text(left, 10, words[name].format(n=filters), va="center_baseline")
        note = words[f"{name}_note"].format(channels=channels, size=size, n=filters)
        page.text(left, 32, note, color=paint.muted, fontsize=SMALL, va="center_baseline")
    middle = TOP + HEIGHT / 2
    top = middle - IMAGE / 2
    _stack(page, 1, top, IMAGE, channels, paint.paper, paint.muted, paint)
    window = (0.34 * IMAGE, top + 0.4 * IMAGE)
    side = IMAGE * size / 28
    page.add_patch(Rectangle(window, side, side, facecolor=paint.ink, alpha=0.8, edgecolor="none"))
    step = HEIGHT / DRAWN
    for at, colour in enumerate(colours):
        y = TOP + at * step + step / 2
        _stack(page, FILTERS, y - KERNEL / 2, KERNEL, channels, colour, paint.page, paint)
        _stack(page, MAPS, y - MAP / 2, MAP, 1, paint.paper, colour, paint)
        page.plot(MAPS + 0.36 * MAP, y - 0.08 * MAP, "s", color=colour, markersize=7, mew=0)
        start = (window[0] + side, window[1] + side / 2)
        _arrow(page, start, (FILTERS - 6, y), colour)
        _arrow(page, (FILTERS + KERNEL + BACK * channels, y), (MAPS - 6, y), colour)
    for left, wide in ((FILTERS, KERNEL), (MAPS, MAP)):
        how: dict[str, Any] = {"ha": "center", "va": "center", "color": paint.muted}
        page.text(left + wide / 2, TOP + HEIGHT + 18, "⋮", **how)
    return figure


def _stack(
    page: Axes,
    left: float,
    top: float,
    side: float,
    sheets: int,
    fill: str,
    edge: str,
    paint: Palette,
) -> None:
    """Draw square sheets behind one another, the first in front."""
    for at in reversed(range(sheets)):
        corner = (left + at * BACK, top - at * BACK)
        look: dict[str, Any] = {"facecolor": fill, "edgecolor": edge, "linewidth": 1.5}
        page.add_patch(Rectangle(corner, side, side, **look))


def _arrow(page: Axes, start: tuple[float, float], end: tuple[float, float], colour: str) -> None:
    look: dict[str, Any] = {"color": colour, "linewidth": 1.6, "shrinkA": 0, "shrinkB": 0}
    page.add_patch(FancyArrowPatch(start, end, arrowstyle="-|>,head_length=6,head_width=4", **look))
