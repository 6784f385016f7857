"""The cover of the lesson on what excites a feature: patches that many channels like best."""

from typing import Any

import numpy as np

from cnnviz.drawing.pixels import tile
from cnnviz.drawing.signed import signed_tile
from cnnviz.drawing.style import Canvas, Palette, canvas, sheet

WIDTH, HEIGHT = 480, 270
GAP = 6


def draw(digit_patches: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw three channels in columns: their patches above, what excites them in those below."""
    figure = canvas(height=HEIGHT, width=WIDTH)
    page = sheet(figure)
    across, down = 6, 3
    side = (WIDTH - GAP * (across - 1)) / across
    top = (HEIGHT - down * side - (down - 1) * GAP) / 2
    for row, channel in enumerate(digit_patches["channels"][:down]):
        y = top + row * (side + GAP)
        for column in range(across // 2):
            x = 2 * column * (side + GAP)
            tile(page, np.array(channel["patches"][column]), x, y, side, paint)
            carried = np.array(channel["carried"][column])
            signed_tile(page, carried, x + side + GAP, y, side, 1.0, paint)
    return figure
