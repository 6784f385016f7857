"""One digit of each class: as it is, remapped, and put back."""

from cnnviz.drawing.pixels import tile
from cnnviz.drawing.style import WIDTH, Canvas, Palette, Words, canvas, sheet
from cnnviz.lessons.pixel_remap.results import Remapped

ROWS = ("original", "remapped", "restored")
GAP = 6


def draw(remap_images: Remapped, words: Words, paint: Palette) -> Canvas:
    """Draw a row of digits for each state, under its name."""
    count = len(remap_images["original"])
    side = (WIDTH - GAP * (count - 1)) / count
    step = side + 44
    figure = canvas(height=round(step * len(ROWS) - 16))
    page = sheet(figure)
    for row, state in enumerate(ROWS):
        page.text(0, row * step + 10, words[state], va="center_baseline")
        for column, image in enumerate(remap_images[state]):
            tile(page, image, column * (side + GAP), row * step + 26, side, paint)
    return figure
