"""How maps get smaller and more numerous from stage to stage, network by network."""

from matplotlib.axes import Axes
from matplotlib.ticker import FixedLocator, NullLocator

from cnnviz.drawing.labels import say, write
from cnnviz.drawing.network_names import NAMES
from cnnviz.drawing.numbers import whole
from cnnviz.drawing.style import SMALL, WIDTH, Canvas, Look, Palette, Words, canvas, panel, sheet
from cnnviz.drawing.tiles import places
from cnnviz.lessons.architectures.results import NetworkStages, Shape, maps

COLUMNS, LEFT, BETWEEN, RIGHT = 2, 44, 40, 30
ACROSS = (WIDTH - LEFT - BETWEEN * (COLUMNS - 1) - RIGHT) / COLUMNS
TOP, TALL, GAP = 66, 150, 58  # px: the first panel, a panel's height, and room for its name
TICKS = (1, 4, 16, 64, 256, 1024)


def draw(network_stages: NetworkStages, words: Words, paint: Palette) -> Canvas:
    """Draw side and channels of every stage, from the image on, on one scale of powers of two."""
    count = len(network_stages)
    figure = canvas(height=TOP + -(-count // COLUMNS) * (TALL + GAP) - 10)
    page = sheet(figure)
    page.plot(6, 13, "s", color=paint.second, markersize=9)
    write(figure, 18, 12, words["side"], color=paint.second, weight="bold")
    page.plot(WIDTH / 2 + 6, 13, "o", color=paint.accent, markersize=9)
    write(figure, WIDTH / 2 + 18, 12, words["channels"], color=paint.accent, weight="bold")
    corners = places(count, COLUMNS, (ACROSS + BETWEEN, TALL + GAP), (LEFT, TOP))
    for (left, top), (name, network) in zip(corners, network_stages.items(), strict=True):
        say(page, left, top - 14, NAMES[name], weight="bold")
        axes = panel(figure, left, top, ACROSS, TALL)
        _stages(axes, [network["image"], *maps(network)], words, paint)
        axes.tick_params(labelleft=left == LEFT)
    return figure


def _stages(axes: Axes, shapes: list[Shape], words: Words, paint: Palette) -> None:
    last = len(shapes) - 1
    axes.set_yscale("log", base=2)
    axes.set(xlim=(-0.3, last + 0.3), ylim=(0.7, 2200), xticks=[])
    axes.yaxis.set_major_locator(FixedLocator(TICKS))
    axes.yaxis.set_major_formatter(lambda value, _: whole(round(value), words))
    axes.yaxis.set_minor_locator(NullLocator())
    axes.grid(axis="y")
    for axis, shape, colour in ((1, "s", paint.second), (0, "o", paint.accent)):
        values = [one[axis] for one in shapes]
        axes.plot(values, f"{shape}-", color=colour, linewidth=2.2, ms=6.5, clip_on=False)
        how: Look = {"textcoords": "offset points", "color": colour, "fontsize": SMALL}
        for place, align, across in ((0, "left", -3), (last, "right", 3)):
            above = values[place] >= shapes[place][1 - axis]
            how |= {"weight": "bold", "ha": align, "va": "bottom" if above else "top"}
            number, point = whole(values[place], words), (place, values[place])
            axes.annotate(number, point, (across, 9 if above else -9), **how)
