"""The first layer's filters through training: one row an epoch, one column a filter."""

import numpy as np

from cnnviz.drawing.labels import say
from cnnviz.drawing.signed import signed_key, signed_tiles
from cnnviz.drawing.style import SMALL, WIDTH, Canvas, Palette, Words, canvas, sheet
from cnnviz.drawing.tiles import places
from cnnviz.results import Watched

NAME = 92  # px for an epoch's name
GAP = 7
TOP = 26


def draw(filters_through_training: Watched, words: Words, paint: Palette) -> Canvas:
    """Draw every filter on one scale for all."""
    kernels = filters_through_training["kernels"][:, :, 0]
    epochs, filters = kernels.shape[:2]
    side = (WIDTH - NAME - GAP * (filters - 1)) / filters
    pitch, step = side + GAP, side + 12
    reach = abs(kernels).max()
    figure = canvas(height=round(TOP + epochs * step + 26))
    page = sheet(figure)
    for at in range(filters):
        say(page, NAME + at * pitch + side / 2, 8, str(at + 1), paint.muted, SMALL, ha="center")
    for row, epoch in enumerate(filters_through_training["epochs"]):
        name = words["epoch"].format(n=epoch) if epoch else words["start"]
        page.text(0, TOP + row * step + side / 2, name, va="center")
    corners = places(epochs * filters, filters, (pitch, step), (NAME, TOP))
    signed_tiles(page, np.concatenate(kernels), corners, side, paint, reach)
    signed_key(page, NAME - 4, TOP + epochs * step + 8, reach, words, paint)
    return figure
