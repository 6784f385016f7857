"""First filters, the Sobel filter in each, and the Gabor patch that fits each best."""

from cnnviz.drawing.labels import say
from cnnviz.drawing.numbers import percent
from cnnviz.drawing.signed import signed_scale, signed_tiles
from cnnviz.drawing.style import SMALL, WIDTH, Canvas, Palette, Words, canvas, sheet
from cnnviz.drawing.tiles import places
from cnnviz.lessons.learned_filters.results import Fits

HEAD, SHARE, GAP = 26, 26, 10


def draw(kernel_fits: Fits, words: Words, paint: Palette) -> Canvas:
    """Draw a row of each, all on one scale, with the shares that they explain."""
    kernels = kernel_fits["kernels"]
    columns = len(kernels)
    side = (WIDTH - GAP * (columns - 1)) / columns
    step = HEAD + side + SHARE
    figure = canvas(height=round(3 * step + 4))
    page = sheet(figure)
    sobel = kernel_fits["sobel"], kernel_fits["edge"]
    gabor = kernel_fits["gabor"], kernel_fits["explained"]
    rows = {"kernels": (kernels, []), "sobel": sobel, "gabor": gabor}
    for row, (name, (tiles, shares)) in enumerate(rows.items()):
        top = row * step - (SHARE - 8 if row else 0)
        say(page, 0, top + 10, words[name])
        corners = list(places(columns, columns, (side + GAP, 0), (0, top + HEAD)))
        signed_tiles(page, tiles, corners, side, paint, float(abs(kernels).max()))
        for (left, _), share in zip(corners, shares, strict=False):  # the kernels have none
            x, y = left + side / 2, top + HEAD + side + 13
            say(page, x, y, percent(share, words), paint.muted, SMALL, ha="center")
    signed_scale(page, WIDTH, 10, paint)
    return figure
