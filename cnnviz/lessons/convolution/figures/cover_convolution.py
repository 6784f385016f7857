"""The cover of the convolution lesson: a window on a digit, and the edges it finds."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import to_rgb

from cnnviz.drawing.cells import frame
from cnnviz.drawing.style import Canvas, Palette, Words, canvas, sheet
from cnnviz.lessons.convolution.results import DigitEdges

WIDTH, HEIGHT = 480, 270
SHOWN = 3  # of the digits
CELL = 8.4  # px a pixel
SQUARE = (0.92 * CELL) ** 2
PICTURE, EDGES = (-4, 17), (249, 17)  # top left corners
LIT = 0.08  # paler pixels are left out


def draw(edges_digits: DigitEdges, words: Words, paint: Palette) -> Canvas:
    """Draw the digit and its edge map side by side, joined by a window and its one output."""
    digit, edges = edges_digits["images"][SHOWN], edges_digits["vertical"][SHOWN]
    edges = edges / abs(edges).max()
    figure = canvas(height=HEIGHT, width=WIDTH)
    page = sheet(figure)
    _squares(page, digit, PICTURE, paint.muted)
    _squares(page, edges, EDGES, paint.accent)
    _squares(page, -edges, EDGES, paint.second)
    row, column = np.unravel_index(abs(edges).argmax(), edges.shape)
    left, top = PICTURE[0] + (column - 1) * CELL, PICTURE[1] + (row - 1) * CELL  # of the window
    x, y = EDGES[0] + column * CELL, EDGES[1] + row * CELL
    right = left + 3 * CELL
    for start, end in ((top, y), (top + 3 * CELL, y + CELL)):
        page.plot((right, x), (start, end), color=paint.ink, linewidth=1, alpha=0.5)
    frame(page, left, top, 3 * CELL, 3 * CELL, paint.ink, 2.5)
    frame(page, x, y, CELL, CELL, paint.ink, 2)
    return figure


def _squares(page: Axes, values: np.ndarray, corner: tuple[float, float], colour: str) -> None:
    rows, columns = np.nonzero(values > LIT)
    x, y = corner[0] + (columns + 0.5) * CELL, corner[1] + (rows + 0.5) * CELL
    shades = [(*to_rgb(colour), value) for value in values[rows, columns]]
    page.scatter(x, y, SQUARE, shades, marker="s", linewidths=0)
