"""The cover of the pooling lesson: a digit of 28 pixels a side, of 14, and of 7."""

from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import PolyCollection
from matplotlib.colors import to_rgb

from cnnviz.drawing.style import Canvas, Palette, canvas, sheet

WIDTH, HEIGHT = 480, 270
CELL = 8.4  # px of the drawing for a pixel of the digit
LEFTS = (14, 268, 400)
SQUARE = np.array([(0.04, 0.04), (0.96, 0.04), (0.96, 0.96), (0.04, 0.96)])


def draw(pooled_digit: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw the digit and what pooling leaves of it, pixels equally large, joined by lines."""
    images = [pooled_digit["original"], pooled_digit["max_2"], pooled_digit["max_4"]]
    figure = canvas(height=HEIGHT, width=WIDTH)
    page = sheet(figure)
    colours = (paint.cnn, paint.accent, paint.second)
    for image, left, colour in zip(images, LEFTS, colours, strict=True):
        _squares(page, image, left, colour)
    for at in (0, 1):
        _lines(page, [len(image) for image in images], at, paint)
    return figure


def _squares(page: Axes, image: np.ndarray, left: float, colour: str) -> None:
    side = len(image)
    row, column = np.divmod(np.arange(side * side), side)
    corners = np.stack([column, row], axis=1) * CELL + (left, (HEIGHT - side * CELL) / 2)
    shades = np.column_stack(
        [np.tile(to_rgb(colour), (side * side, 1)), 0.08 + 0.92 * image.ravel()]
    )
    squares = list(corners[:, None] + SQUARE * CELL)
    page.add_collection(PolyCollection(squares, facecolors=shades, linewidths=0))


def _lines(page: Axes, sides: list[int], at: int, paint: Palette) -> None:
    """Lead from the right corners of a picture to the left corners of the next one."""
    start, end = LEFTS[at] + sides[at] * CELL, LEFTS[at + 1]
    for sign in (-1, 1):
        heights = [HEIGHT / 2 + sign * sides[i] * CELL / 2 for i in (at, at + 1)]
        page.plot((start + 4, end - 4), heights, color=paint.muted, linewidth=1)
