"""A convolution as the matrix of a dense layer: mostly zeros, and the same few weights."""

import numpy as np
from matplotlib.colors import LinearSegmentedColormap

from cnnviz.drawing.cells import cells
from cnnviz.drawing.labels import say
from cnnviz.drawing.style import SMALL, Canvas, Look, Palette, Words, canvas, sheet
from cnnviz.lessons.convolution.results import Matrix

CELL, LEFT, TOP = 21, 34, 56


def draw(convolution_matrix: Matrix, words: Words, paint: Palette) -> Canvas:
    """Draw one row an output and one column a pixel, with the number of the weight between."""
    weights, size = convolution_matrix["weights"], convolution_matrix["size"]
    most, foot = weights.max(), TOP + len(weights) * CELL
    figure = canvas(height=foot + 4)
    page = sheet(figure)
    say(page, 0, 10, words["columns"], paint.muted)
    for line in range(size):
        left = LEFT + line * size * CELL
        name = words["line"].format(n=line + 1)
        say(page, left + size * CELL / 2, TOP - 16, name, paint.muted, SMALL, ha="center")
        page.plot((left - 0.75,) * 2, (TOP - 8, foot), color=paint.muted, lw=0.8)
    shades = LinearSegmentedColormap.from_list("weights", [paint.accent, paint.second])
    colours = [paint.paper, *shades(np.linspace(0, 1, most))]
    look: Look = {"text": lambda weight: str(weight or ""), "fill": colours.__getitem__}
    cells(page, weights, LEFT, TOP, CELL, paint, **look, color=paint.page, weight="bold")
    for row in range(len(weights)):
        say(page, LEFT - 10, TOP + (row + 0.5) * CELL, str(row + 1), size=SMALL, ha="right")
    return figure
