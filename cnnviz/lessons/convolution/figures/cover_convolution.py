"""The cover of the convolution lesson: a window on a digit, and the edges it finds."""

from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import PolyCollection
from matplotlib.colors import to_rgb

from cnnviz.drawing.cells import frame
from cnnviz.drawing.style import Canvas, Palette, canvas, sheet

WIDTH, HEIGHT = 480, 270
SHOWN = 3  # of the digits
CELL = 8.4  # px a pixel
PICTURE, EDGES = (-4, 17), (249, 17)  # top left corners
SQUARE = np.array([(-1, -1), (1, -1), (1, 1), (-1, 1)]) * 0.46 * CELL
LIT = 0.08  # paler pixels are left out


def draw(edges_digits: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw the digit and its edge map side by side, joined by a window and its one output."""
    digit, edges = edges_digits["images"][SHOWN], edges_digits["vertical"][SHOWN]
    edges = edges / abs(edges).max()
    figure = canvas(height=HEIGHT, width=WIDTH)
    page = sheet(figure)
    _squares(page, digit, PICTURE, paint.muted)
    _squares(page, edges.clip(min=0), EDGES, paint.accent)
    _squares(page, (-edges).clip(min=0), EDGES, paint.second)
    strongest = np.unravel_index(abs(edges).argmax(), edges.shape)
    _window(page, int(strongest[0]), int(strongest[1]), paint)
    return figure


def _squares(page: Axes, values: np.ndarray, corner: tuple[float, float], colour: str) -> None:
    rows, columns = np.nonzero(values > LIT)
    centres = np.stack([columns, rows], axis=1) * CELL + corner + CELL / 2
    shades = [(*to_rgb(colour), value) for value in values[rows, columns]]
    squares = list(centres[:, None] + SQUARE)
    page.add_collection(PolyCollection(squares, facecolors=shades, linewidths=0))


def _window(page: Axes, row: int, column: int, paint: Palette) -> None:
    """Frame the window around a pixel, and join it with the output in that place."""
    left, top = PICTURE[0] + (column - 1) * CELL, PICTURE[1] + (row - 1) * CELL
    x, y = EDGES[0] + column * CELL, EDGES[1] + row * CELL
    for start, end in ((top, y), (top + 3 * CELL, y + CELL)):
        page.plot((left + 3 * CELL, x), (start, end), color=paint.ink, linewidth=1, alpha=0.5)
    frame(page, left, top, 3 * CELL, 3 * CELL, paint.ink, 2.5)
    frame(page, x, y, CELL, CELL, paint.ink, 2)
