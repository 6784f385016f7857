"""The cover of the pooling lesson: a digit of 28 pixels a side, of 14, and of 7."""

import numpy as np
from matplotlib.collections import PolyCollection
from matplotlib.colors import to_rgba

from cnnviz.drawing.style import Canvas, Palette, Words, canvas, sheet
from cnnviz.drawing.tiles import places
from cnnviz.lessons.pooling_and_invariance.results import PooledDigit

WIDTH, HEIGHT = 480, 270
CELL = 8.4  # px of the drawing for a pixel of the digit
LEFTS = (14, 268, 400)
SQUARE = np.array([(0.04, 0.04), (0.96, 0.04), (0.96, 0.96), (0.04, 0.96)]) * CELL


def draw(pooled_digit: PooledDigit, words: Words, paint: Palette) -> Canvas:
    """Draw the digit and what pooling leaves of it, pixels equally large, joined by lines."""
    images = [pooled_digit[name] for name in ("original", "max_2", "max_4")]
    sides = [len(image) * CELL for image in images]
    figure = canvas(height=HEIGHT, width=WIDTH)
    page = sheet(figure)
    colours = (paint.cnn, paint.accent, paint.second)
    for image, side, left, colour in zip(images, sides, LEFTS, colours, strict=True):
        corner = (left, (HEIGHT - side) / 2)
        corners = np.array([*places(image.size, len(image), (CELL, CELL), corner)])
        shades = [to_rgba(colour, 0.08 + 0.92 * value) for value in image.ravel()]
        squares = list(corners[:, None] + SQUARE)
        page.add_collection(PolyCollection(squares, facecolors=shades, linewidths=0))
    for at in (0, 1):  # from the right corners of a picture to the left corners of the next one
        ends = LEFTS[at] + sides[at] + 4, LEFTS[at + 1] - 4
        for way in (-1, 1):
            heights = [(HEIGHT + way * side) / 2 for side in sides[at : at + 2]]
            page.plot(ends, heights, color=paint.muted, linewidth=1)
    return figure
