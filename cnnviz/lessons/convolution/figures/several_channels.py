"""Several channels: each filter is as deep as its input, and gives one map."""

from matplotlib.axes import Axes
from matplotlib.patches import FancyArrowPatch, Rectangle

from cnnviz.drawing.labels import say
from cnnviz.drawing.style import SMALL, Canvas, Look, Palette, Words, canvas, sheet
from cnnviz.lessons.convolution.results import LayerShape

SHOWN = "3_8_5"
TOP, HEIGHT = 62, 250
IMAGE, KERNEL, MAP = 130, 44, 56  # px a side
BACK = 11  # px that each sheet of a stack lies behind the one before
FILTERS, MAPS = 248, 448  # from the left
DRAWN = 3  # filters; the others are dots


def draw(layer_shapes: dict[str, LayerShape], words: Words, paint: Palette) -> Canvas:
    """Draw the input's sheets, three of the filters, and the map of each."""
    filters, channels, size, _ = layer_shapes[SHOWN]["weight"]
    figure = canvas(height=TOP + HEIGHT + 34)
    page = sheet(figure)
    for left, name in ((0, "input"), (FILTERS - 20, "filters"), (MAPS - 20, "maps")):
        say(page, left, 10, words[name].format(n=filters))
        note = words[f"{name}_note"].format(channels=channels, size=size, n=filters)
        say(page, left, 32, note, paint.muted, SMALL)
    top = TOP + (HEIGHT - IMAGE) / 2
    _stack(page, 1, top, IMAGE, channels, paint.paper, paint.muted)
    window, side = (0.34 * IMAGE, top + 0.4 * IMAGE), IMAGE * size / 28
    page.add_patch(Rectangle(window, side, side, facecolor=paint.ink, alpha=0.8, edgecolor="none"))
    seen = (window[0] + side, window[1] + side / 2)
    for at, colour in enumerate((paint.accent, paint.second, paint.muted)):
        y = TOP + (at + 0.5) * HEIGHT / DRAWN
        _stack(page, FILTERS, y - KERNEL / 2, KERNEL, channels, colour, paint.page)
        _stack(page, MAPS, y - MAP / 2, MAP, 1, paint.paper, colour)
        page.plot(MAPS + 0.36 * MAP, y - 0.08 * MAP, "s", color=colour, markersize=7, mew=0)
        _arrow(page, seen, (FILTERS - 6, y), colour)
        _arrow(page, (FILTERS + KERNEL + BACK * channels, y), (MAPS - 6, y), colour)
    for middle in (FILTERS + KERNEL / 2, MAPS + MAP / 2):
        say(page, middle, TOP + HEIGHT + 18, "⋮", paint.muted, ha="center", va="center")
    return figure


def _stack(
    page: Axes, left: float, top: float, side: float, sheets: int, fill: str, edge: str
) -> None:
    """Draw square sheets behind one another, the first in front."""
    for back in (at * BACK for at in reversed(range(sheets))):
        corner = (left + back, top - back)
        page.add_patch(Rectangle(corner, side, side, facecolor=fill, edgecolor=edge, linewidth=1.5))


def _arrow(page: Axes, start: tuple[float, float], end: tuple[float, float], colour: str) -> None:
    look: Look = {"color": colour, "linewidth": 1.6, "shrinkA": 0, "shrinkB": 0}
    page.add_patch(FancyArrowPatch(start, end, arrowstyle="-|>,head_length=6,head_width=4", **look))
