"""A table of small panels: a row for each kind of image, a column for each network."""

from collections.abc import Iterable

from matplotlib.axes import Axes

from cnnviz.drawing.labels import heading, say, write
from cnnviz.drawing.style import WIDTH, Canvas, Palette, Words, canvas, panel, sheet
from cnnviz.lessons.noise.results import KINDS

LEFT, BETWEEN, RIGHT = 48, 34, 8
NAME = 44  # px for a row's name, above its panels
HEAD = 26  # px for the networks' names, above all
FOOT = 62  # px for the ticks and the measure, below all

Panels = dict[tuple[str, str], Axes]  # by kind and network


def panels(
    networks: Iterable[str], height: float, measure: str, words: Words, paint: Palette
) -> tuple[Canvas, Panels]:
    """Give a figure with panels so high, under the names of kinds and networks.

    The measure, below, is what all of them have across.
    """
    columns, step = list(networks), NAME + height
    width = (WIDTH - LEFT - RIGHT - BETWEEN * (len(columns) - 1)) / len(columns)
    bottom = HEAD + len(KINDS) * step + FOOT
    figure = canvas(height=bottom)
    page = sheet(figure)
    axes: Panels = {}
    for column, network in enumerate(columns):
        left = LEFT + column * (width + BETWEEN)
        heading(page, left, 12, network, words, paint)
        for at, kind in enumerate(KINDS):
            top = HEAD + NAME + at * step
            axes[kind, network] = panel(figure, left, top, width, height)
            axes[kind, network].tick_params(labelleft=column == 0, labelbottom=kind == KINDS[-1])
            if column == 0:
                say(page, left, top - 16, words[kind])
    write(figure, WIDTH / 2 + 24, bottom - 10, measure, color=paint.muted, ha="center")
    return figure, axes
