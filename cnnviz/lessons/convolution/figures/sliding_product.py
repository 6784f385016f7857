"""One step of the sliding dot product: picture, filter, products and output, in numbers."""

from typing import Any

from cnnviz.drawing.cells import cells, frame
from cnnviz.drawing.labels import say
from cnnviz.drawing.numbers import number
from cnnviz.drawing.style import WIDTH, Canvas, Palette, Words, canvas, sheet
from cnnviz.lessons.convolution.results import Sliding
from cnnviz.results import where

ROW, COLUMN = 2, 1  # of the output looked at
TOP = 30
PIXEL, WEIGHT, ANSWER = 30, 38, 34  # px a cell
KERNEL = 243  # from the left
INKED = 0.35  # how dark a cell of value 1 is


def draw(sliding_product: Sliding, words: Words, paint: Palette) -> Canvas:
    """Draw the picture with its window, what is multiplied there, and the map that results."""
    (place,) = where(sliding_product["places"], row=ROW, column=COLUMN)
    picture, output = sliding_product["picture"], sliding_product["output"]
    side, right = len(sliding_product["kernel"]), WIDTH - len(output[0]) * ANSWER
    products = TOP + side * WEIGHT + 42
    figure = canvas(height=TOP + 2 * side * WEIGHT + 92)
    page = sheet(figure)

    def short(value: float) -> str:
        return number(value, words, 0 if value == round(value) else 1)

    def inked(value: float) -> Any:
        return paint.pixels(INKED * value)

    for name, values, left, top, cell in (
        ("picture", picture, 0, TOP, PIXEL),
        ("filter", sliding_product["kernel"], KERNEL, TOP, WEIGHT),
        ("products", place["products"], KERNEL, products, WEIGHT),
        ("output", output, right, TOP, ANSWER),
    ):
        say(page, left, top - 18, words[name], paint.muted)
        fill = inked if name == "picture" else None
        cells(page, values, left, top, cell, paint, short, fill)
    for left, top, wide in (
        (COLUMN * PIXEL, TOP + ROW * PIXEL, side * PIXEL),
        (KERNEL, products, side * WEIGHT),
        (right + COLUMN * ANSWER, TOP + ROW * ANSWER, ANSWER),
    ):
        frame(page, left, top, wide, wide, paint.accent)
    terms = {"sum": place["sum"], "bias": sliding_product["bias"], "output": place["output"]}
    line = words["sum"].format(**{name: short(term) for name, term in terms.items()})
    say(page, KERNEL, products + side * WEIGHT + 24, line, paint.accent, weight="bold")
    return figure
