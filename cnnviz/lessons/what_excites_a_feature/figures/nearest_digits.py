"""Test digits, and the training digits nearest to them: by features, and by pixels."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from cnnviz.drawing.labels import say
from cnnviz.drawing.pixels import tile
from cnnviz.drawing.style import SMALL, WIDTH, Canvas, Palette, Words, canvas, sheet
from cnnviz.lessons.what_excites_a_feature.results import NearestDigits

GAP, BETWEEN, HEAD, ROW = 4, 20, 30, 8


def draw(nearest_digits: NearestDigits, words: Words, paint: Palette) -> Canvas:
    """Draw a row for each digit; a neighbour of another class is framed and named."""
    queries, k = nearest_digits["queries"], nearest_digits["features.labels"].shape[1]
    side = (WIDTH - 2 * BETWEEN - 2 * GAP * (k - 1)) / (2 * k + 1)
    step = side + ROW
    figure = canvas(height=round(HEAD + len(queries) * step))
    page = sheet(figure)
    say(page, 0, 14, words["query"], paint.muted, SMALL)
    left = side + BETWEEN
    for name, images, labels in (
        ("features", nearest_digits["features.images"], nearest_digits["features.labels"]),
        ("pixels", nearest_digits["pixels.images"], nearest_digits["pixels.labels"]),
    ):
        say(page, left, 14, words[name], paint.muted, SMALL)
        for (row, column), label in np.ndenumerate(labels):
            x, y = left + column * (side + GAP), HEAD + row * step
            tile(page, images[row, column] / 255, x, y, side, paint)
            if label != nearest_digits["query_labels"][row]:
                _strange(page, label, x, y, side, paint.second)
        left += k * (side + GAP) - GAP + BETWEEN
    for row, image in enumerate(queries):
        tile(page, image / 255, 0, HEAD + row * step, side, paint)
    return figure


def _strange(page: Axes, label: int, x: float, y: float, side: float, colour: str) -> None:
    frame = Rectangle((x + 1, y + 1), side - 2, side - 2, fill=False, ec=colour, lw=2.5)
    page.add_patch(frame)
    say(page, x + side - 5, y + side - 9, str(label), colour, SMALL, weight="bold", ha="right")
