"""The first layer's filters through training: one row an epoch, one column a filter."""

from typing import Any

from cnnviz.drawing.signed import signed_key, signed_tile
from cnnviz.drawing.style import SMALL, WIDTH, Canvas, Palette, canvas, sheet

NAME = 92  # px for an epoch's name
GAP = 7
TOP = 26


def draw(filters_through_training: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw every filter on one scale for all."""
    kernels, epochs = (
        filters_through_training["kernels"][:, :, 0],
        filters_through_training["epochs"],
    )
    filters = kernels.shape[1]
    side = (WIDTH - NAME - GAP * (filters - 1)) / filters
    step = side + 12
    reach = abs(kernels).max()
    figure = canvas(height=round(TOP + len(epochs) * step + 26))
    page = sheet(figure)
    how: dict[str, Any] = {"va": "center_baseline", "fontsize": SMALL, "color": paint.muted}
    for column in range(filters):
        left = NAME + column * (side + GAP)
        page.text(left + side / 2, 8, str(column + 1), ha="center", **how)
    for row, epoch in enumerate(epochs):
        top = TOP + row * step
        name = words["epoch"].format(n=epoch) if epoch else words["start"]
        page.text(0, top + side / 2, name, va="center")
        for column in range(filters):
            left = NAME + column * (side + GAP)
            signed_tile(page, kernels[row, column], left, top, side, reach, paint)
    signed_key(page, NAME - 4, TOP + len(epochs) * step + 8, reach, words, paint)
    return figure
