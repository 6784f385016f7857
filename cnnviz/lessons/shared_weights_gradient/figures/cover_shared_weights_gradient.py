"""The cover of the lesson on shared weights: filters on their way from chance to strokes."""

import numpy as np

from cnnviz.drawing.signed import signed_tiles
from cnnviz.drawing.style import Canvas, Palette, Words, canvas, sheet
from cnnviz.drawing.tiles import places
from cnnviz.results import Watched

WIDTH, HEIGHT = 480, 270
ROWS, COLUMNS = 4, 8  # epochs, spread over those that were kept, and filters
STEP = 60  # px from filter to filter
GAP = 8


def draw(filters_through_training: Watched, words: Words, paint: Palette) -> Canvas:
    """Fill the cover with filters, a row for each of some epochs, the last one below."""
    kernels = filters_through_training["kernels"]
    chosen = np.linspace(0, len(kernels) - 1, ROWS).round().astype(int)
    filters = np.concatenate(kernels[chosen, :COLUMNS, 0])
    corner = GAP / 2, (HEIGHT - ROWS * STEP + GAP) / 2
    figure = canvas(height=HEIGHT, width=WIDTH)
    corners = places(len(filters), COLUMNS, (STEP, STEP), corner)
    signed_tiles(sheet(figure), filters, corners, STEP - GAP, paint)
    return figure
