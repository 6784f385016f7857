"""How maps get smaller and more numerous from stage to stage, network by network."""

from typing import Any

from matplotlib.axes import Axes
from matplotlib.ticker import FixedLocator, NullFormatter, NullLocator

from cnnviz.drawing.labels import write
from cnnviz.drawing.network_names import NAMES
from cnnviz.drawing.numbers import whole
from cnnviz.drawing.style import SMALL, WIDTH, Canvas, Palette, canvas, panel, sheet

COLUMNS, LEFT, BETWEEN, RIGHT = 2, 44, 40, 30
TOP, TALL, GAP = 66, 150, 58  # px: the first panel, a panel's height, and room for its name
TICKS = (1, 4, 16, 64, 256, 1024)


def draw(network_stages: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw side and channels of every stage, from the image on, on one scale of powers of two."""
    rows = -(-len(network_stages) // COLUMNS)
    across = (WIDTH - LEFT - BETWEEN * (COLUMNS - 1) - RIGHT) / COLUMNS
    figure = canvas(height=TOP + rows * (TALL + GAP) - 10)
    page = sheet(figure)
    page.plot(6, 13, "s", color=paint.second, markersize=9)
    write(figure, 18, 12, words["side"], color=paint.second, weight="bold")
    page.plot(WIDTH / 2 + 6, 13, "o", color=paint.accent, markersize=9)
    write(figure, WIDTH / 2 + 18, 12, words["channels"], color=paint.accent, weight="bold")
    for place, (name, row) in enumerate(network_stages.items()):
        left = LEFT + place % COLUMNS * (across + BETWEEN)
        top = TOP + place // COLUMNS * (TALL + GAP)
        page.text(left, top - 14, NAMES[name], weight="bold", va="center_baseline")
        axes = panel(figure, left, top, across, TALL)
        _stages(axes, row, words, paint)
        axes.tick_params(labelleft=place % COLUMNS == 0)
    return figure


def _stages(axes: Axes, row: dict[str, Any], words: dict[str, str], paint: Palette) -> None:
    maps = [stage["shape"] for stage in row["stages"] if len(stage["shape"]) == 3]
    shapes = [row["image"], *maps]
    last = len(shapes) - 1
    axes.set_yscale("log", base=2)
    axes.set(xlim=(-0.3, last + 0.3), ylim=(0.7, 2200), xticks=[])
    axes.yaxis.set_major_locator(FixedLocator(TICKS))
    axes.yaxis.set_major_formatter(lambda value, _: whole(round(value), words))
    axes.yaxis.set_minor_locator(NullLocator())
    axes.yaxis.set_minor_formatter(NullFormatter())
    axes.grid(axis="y")
    for axis, shape, colour in ((1, "s", paint.second), (0, "o", paint.accent)):
        values = [one[axis] for one in shapes]
        axes.plot(values, f"{shape}-", color=colour, linewidth=2.2, ms=6.5, clip_on=False)
        for place, align in ((0, "left"), (last, "right")):
            up = 9 if values[place] >= shapes[place][1 - axis] else -9
            axes.annotate(
                whole(values[place], words),
                (place, values[place]),
                (-3 if align == "left" else 3, up),
                textcoords="offset points",
                color=colour,
                fontsize=SMALL,
                weight="bold",
                ha=align,
                va="bottom" if up > 0 else "top",
            )
