"""The weights of an MLP's hidden units, each as a picture."""

from typing import Any

import numpy as np

from cnnviz.drawing.signed import signed_scale, signed_tile
from cnnviz.drawing.style import WIDTH, Canvas, Palette, canvas, sheet

COLUMNS, GAP = 6, 10


def draw(hidden_units: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw one tile a unit, all on one scale."""
    weights = hidden_units["weights"]
    side = (WIDTH - GAP * (COLUMNS - 1)) / COLUMNS
    rows = -(-len(weights) // COLUMNS)
    reach = float(np.abs(weights).max()) or 1.0
    figure = canvas(height=round(rows * (side + GAP) + 26))
    page = sheet(figure)
    for at, one in enumerate(weights):
        row, column = divmod(at, COLUMNS)
        place = column * (side + GAP), row * (side + GAP)
        signed_tile(page, one, *place, side, reach, paint)
    signed_scale(page, WIDTH, rows * (side + GAP) + 12, paint)
    return figure
