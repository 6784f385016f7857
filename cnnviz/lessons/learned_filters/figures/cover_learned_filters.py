"""The cover of the lesson on learned filters: an ImageNet network's first filters, in colour."""

from typing import Any

from cnnviz.drawing.colour_kernels import colour_tile
from cnnviz.drawing.style import Canvas, Palette, canvas, sheet

WIDTH, HEIGHT = 480, 270
COLUMNS, ROWS = 7, 4
STEP = 66  # px from filter to filter
GAP = 10


def draw(imagenet_kernels: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Fill the cover with the kernels that do something."""
    alive = [
        one
        for one, does in zip(imagenet_kernels["kernels"], imagenet_kernels["alive"], strict=True)
        if does
    ]
    side = STEP - GAP
    above = (HEIGHT - ROWS * STEP + GAP) / 2
    before = (WIDTH - COLUMNS * STEP + GAP) / 2
    figure = canvas(height=HEIGHT, width=WIDTH)
    page = sheet(figure)
    for at, kernel in enumerate(alive[: COLUMNS * ROWS]):
        row, column = divmod(at, COLUMNS)
        colour_tile(page, kernel, before + column * STEP, above + row * STEP, side)
    return figure
