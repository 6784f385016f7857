"""The cover of the lesson on shared weights: filters on their way from chance to strokes."""

from typing import Any

import numpy as np

from cnnviz.drawing.signed import signed_tile
from cnnviz.drawing.style import Canvas, Palette, canvas, sheet

WIDTH, HEIGHT = 480, 270
ROWS = 4  # epochs, spread over those that were kept
STEP = 60  # px from filter to filter
GAP = 8


def draw(filters_through_training: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Fill the cover with filters, a row for each of some epochs, the last one below."""
    kernels = filters_through_training["kernels"][:, :, 0]
    chosen = np.linspace(0, len(kernels) - 1, ROWS).round().astype(int)
    side = STEP - GAP
    figure = canvas(height=HEIGHT, width=WIDTH)
    page = sheet(figure)
    above = (HEIGHT - ROWS * STEP + GAP) / 2
    for row, at in enumerate(chosen):
        for column, kernel in enumerate(kernels[at][: WIDTH // STEP]):
            corner = (column * STEP + GAP / 2, above + row * STEP)
            signed_tile(page, kernel, *corner, side, abs(kernel).max(), paint)
    return figure
