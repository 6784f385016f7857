"""Examples of each kind of noise."""

from cnnviz.drawing.pixels import tile
from cnnviz.drawing.style import WIDTH, Canvas, Palette, Words, canvas, sheet
from cnnviz.drawing.tiles import places
from cnnviz.lessons.noise.results import NOISE, Examples

GAP = 12
NAME = 166  # px for a kind's name, left of its images


def draw(noise_kinds: Examples, words: Words, paint: Palette) -> Canvas:
    """Draw the images of each kind in a row, beside its name."""
    count = len(noise_kinds["uniform"])
    side = (WIDTH - NAME - GAP * (count - 1)) / count
    step = side + GAP
    figure = canvas(height=round(len(NOISE) * step - GAP))
    page = sheet(figure)
    for row, kind in enumerate(NOISE):
        page.text(0, row * step + side / 2, words[kind], va="center")
        corners = places(count, count, (step, step), (NAME, row * step))
        for image, (left, top) in zip(noise_kinds[kind], corners, strict=True):
            tile(page, image, left, top, side, paint)
    return figure
