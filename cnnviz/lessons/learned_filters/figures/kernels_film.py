"""The first layer's filters after every epoch, side by side as the frames of a film."""

from typing import Any

from cnnviz.drawing.signed import signed_tile
from cnnviz.drawing.style import WIDTH, Canvas, Palette, canvas, sheet

ACROSS = 4  # filters of a frame
EDGE, GAP = 7, 4  # px around a frame's filters, and between them


def draw(kernels_film: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Put the frames side by side without gaps, for a page to show one by one, on one scale."""
    kernels, columns = kernels_film["kernels"][:, :, 0], kernels_film["columns"]
    reach, width = abs(kernels).max(), WIDTH / columns
    side = (width - 2 * EDGE - (ACROSS - 1) * GAP) / ACROSS
    down = -(-kernels.shape[1] // ACROSS)
    height = round(2 * EDGE + down * side + (down - 1) * GAP)
    figure = canvas(height=height * -(-len(kernels) // columns))
    page = sheet(figure)
    for frame, filters in enumerate(kernels):
        left = frame % columns * width + EDGE
        top = frame // columns * height + EDGE
        for place, values in enumerate(filters):
            x = left + place % ACROSS * (side + GAP)
            y = top + place // ACROSS * (side + GAP)
            signed_tile(page, values, x, y, side, reach, paint)
    return figure
