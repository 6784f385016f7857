"""A table of small panels: a row for each kind of image, a column for each network."""

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from cnnviz.drawing.labels import heading
from cnnviz.drawing.style import WIDTH, Palette, panel, sheet

NOISE = ("uniform", "normal", "salt_and_pepper", "shuffled_digits")
KINDS = ("digits", *NOISE)

LEFT, BETWEEN, RIGHT = 48, 34, 8
NAME = 44  # px for a row's name, above its panels
HEAD = 26  # px for the networks' names, above all


def height(kinds: int, row: float, foot: float) -> float:
    """Give the height of a figure with so many rows of panels so high."""
    return HEAD + kinds * (NAME + row) + foot


def panels(
    figure: Figure,
    networks: list[str],
    kinds: list[str],
    row: float,
    words: dict[str, str],
    paint: Palette,
) -> dict[tuple[str, str], Axes]:
    """Give the axes by (kind, network), under the names of both."""
    page = sheet(figure)
    width = (WIDTH - LEFT - RIGHT - BETWEEN * (len(networks) - 1)) / len(networks)
    axes = {}
    for column, network in enumerate(networks):
        left = LEFT + column * (width + BETWEEN)
        heading(page, left, 12, network, words, paint)
        for at, kind in enumerate(kinds):
            top = HEAD + at * (NAME + row) + NAME
            axes[kind, network] = panel(figure, left, top, width, row)
            if column == 0:
                page.text(left, top - 16, words[kind], va="center_baseline")
            else:
                axes[kind, network].tick_params(labelleft=False)
            if at < len(kinds) - 1:
                axes[kind, network].tick_params(labelbottom=False)
    return axes
