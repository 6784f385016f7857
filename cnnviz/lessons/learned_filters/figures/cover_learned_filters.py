"""The cover of the lesson on learned filters: an ImageNet network's first filters, in colour."""

from cnnviz.drawing.style import Canvas, Palette, Words, canvas, sheet
from cnnviz.drawing.tiles import places
from cnnviz.lessons.learned_filters.colour_kernels import colour_tile
from cnnviz.lessons.learned_filters.results import ImagenetKernels

WIDTH, HEIGHT = 480, 270
COLUMNS, ROWS = 7, 4
STEP = 66  # px from filter to filter
GAP = 10
CORNER = (WIDTH - COLUMNS * STEP + GAP) / 2, (HEIGHT - ROWS * STEP + GAP) / 2


def draw(imagenet_kernels: ImagenetKernels, words: Words, paint: Palette) -> Canvas:
    """Fill the cover with the kernels that do something."""
    alive = imagenet_kernels["kernels"][imagenet_kernels["alive"]][: COLUMNS * ROWS]
    figure = canvas(height=HEIGHT, width=WIDTH)
    page = sheet(figure)
    corners = places(len(alive), COLUMNS, (STEP, STEP), CORNER)
    for kernel, (left, top) in zip(alive, corners, strict=True):
        colour_tile(page, kernel, left, top, STEP - GAP)
    return figure
