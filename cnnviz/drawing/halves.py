"""Two pictures of one size side by side, without a gap, so that a page can lay one over the other.

The page's slider shows either half: docs/assets/widgets/before-after.js. Each is three wide to
two high, so that the page knows how much room the slider will take.
"""

from collections.abc import Sequence

import numpy as np

from cnnviz.drawing.pixels import tile
from cnnviz.drawing.style import WIDTH, Canvas, Palette, canvas, sheet

HALF = WIDTH / 2
COLUMNS, ROWS = 3, 2
GAP = 6


def halves(before: Sequence[np.ndarray], after: Sequence[np.ndarray], paint: Palette) -> Canvas:
    """Draw six grey images in each half: as they were, and as they are then."""
    pitch = HALF / COLUMNS
    figure = canvas(height=round(HALF * ROWS / COLUMNS))
    page = sheet(figure)
    for half, images in enumerate((before, after)):
        for place, image in enumerate(images):
            row, column = divmod(place, COLUMNS)
            left, top = half * HALF + column * pitch, row * pitch
            tile(page, image, left + GAP / 2, top + GAP / 2, pitch - GAP, paint)
    return figure
