"""Which weight meets which pixel: cross-correlation reads on, convolution reads backwards."""

from matplotlib.colors import LinearSegmentedColormap

from cnnviz.drawing.cells import cells
from cnnviz.drawing.labels import say
from cnnviz.drawing.style import SMALL, WIDTH, Canvas, Palette, Words, canvas, sheet
from cnnviz.lessons.convolution.results import Orders

CELL, TOP = 53, 30


def draw(loop_order: Orders, words: Words, paint: Palette) -> Canvas:
    """Draw the kernel's weights in their order, and the weight over each pixel both ways."""
    side = len(loop_order["correlation"])
    reading = [[row * side + column + 1 for column in range(side)] for row in range(side)]
    panels = {"kernel": reading, **loop_order}
    step = (WIDTH - side * CELL) / (len(panels) - 1)
    tints = LinearSegmentedColormap.from_list("order", [paint.paper, paint.faint, paint.accent])
    figure = canvas(height=TOP + side * CELL + 30)
    page = sheet(figure)
    for at, (name, order) in enumerate(panels.items()):
        left, fill = at * step, lambda number: tints(0.75 * number / side**2)
        say(page, left, 10, words[name])
        cells(page, order, left, TOP, CELL, paint, fill=fill, size=20)
        say(page, left, TOP + side * CELL + 16, words[f"{name}_note"], paint.muted, SMALL)
    return figure
