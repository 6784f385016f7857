"""A digit pooled once and twice, by the maximum and by the average."""

from cnnviz.drawing.labels import say
from cnnviz.drawing.pixels import tile
from cnnviz.drawing.style import SMALL, WIDTH, Canvas, Palette, Words, canvas, sheet
from cnnviz.lessons.pooling_and_invariance.results import PooledDigit

GAP, HEAD, FOOT = 28, 26, 28
SIDE = (WIDTH - 2 * GAP) / 3
STEP = HEAD + SIDE + FOOT


def draw(pooled_digit: PooledDigit, words: Words, paint: Palette) -> Canvas:
    """Draw a row for each pooling, all pictures equally large, under the number of pixels."""
    figure = canvas(height=round(2 * STEP))
    page = sheet(figure)
    for row, way in enumerate(("max", "average")):
        top = row * STEP + HEAD
        say(page, 0, row * STEP + 10, words[way])
        for column, name in enumerate(("original", f"{way}_2", f"{way}_4")):
            image, left = pooled_digit[name], column * (SIDE + GAP)
            tile(page, image, left, top, SIDE, paint)
            pixels = "×".join(map(str, image.shape))
            say(page, left + SIDE, top + SIDE + 12, pixels, paint.muted, SMALL, ha="right")
    return figure
