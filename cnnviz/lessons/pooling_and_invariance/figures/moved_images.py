"""One digit, shifted, turned and scaled."""

from typing import Literal

from cnnviz.drawing.labels import say
from cnnviz.drawing.numbers import number
from cnnviz.drawing.pixels import tile
from cnnviz.drawing.style import SMALL, WIDTH, Canvas, Palette, Words, canvas, sheet
from cnnviz.lessons.pooling_and_invariance.results import MovedImages

WAYS: tuple[Literal["right", "turn", "scale"], ...] = ("right", "turn", "scale")
GAP, NAME, FOOT = 22, 28, 34


def draw(moved_images: MovedImages, words: Words, paint: Palette) -> Canvas:
    """Draw a row for each way of moving, with the amount under each picture."""
    amounts = moved_images["amounts"]
    count = max(len(each) for each in amounts.values())
    side = (WIDTH - GAP * (count - 1)) / count
    step = NAME + side + FOOT
    figure = canvas(height=round(len(WAYS) * step))
    page = sheet(figure)
    for row, way in enumerate(WAYS):
        say(page, 0, row * step + 10, words[way])
        for column, amount in enumerate(amounts[way]):
            left, top = column * (side + GAP), row * step + NAME
            tile(page, moved_images[way][column], left, top, side, paint)
            digits = 0 if amount == int(amount) else 1
            text = words[f"{way}_unit"].format(number(amount, words, digits))
            say(page, left + side / 2, top + side + 12, text, paint.muted, SMALL, ha="center")
    return figure
