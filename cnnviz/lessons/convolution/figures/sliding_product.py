"""One step of the sliding dot product: picture, filter, products and output, in numbers."""

from typing import Any

from cnnviz.drawing.cells import cells, frame
from cnnviz.drawing.numbers import number
from cnnviz.drawing.style import WIDTH, Canvas, Palette, canvas, sheet

SHOWN = (2, 1)  # the output looked at: row and column
TOP = 30
PIXEL, WEIGHT, ANSWER = 30, 38, 34  # px a cell
KERNEL = 243  # from the left
INKED = 0.35  # how dark a cell of value 1 is


def draw(sliding_product: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw the picture with its window, what is multiplied there, and the map that results."""
    place = next(one for one in sliding_product["places"] if (one["row"], one["column"]) == SHOWN)
    side, across = len(sliding_product["kernel"]), len(sliding_product["output"][0])
    output = WIDTH - across * ANSWER
    figure = canvas(height=TOP + 2 * side * WEIGHT + 92)
    page = sheet(figure)
    products = TOP + side * WEIGHT + 42
    for left, top, name in (
        (0, TOP, "picture"),
        (KERNEL, TOP, "filter"),
        (KERNEL, products, "products"),
        (output, TOP, "output"),
    ):
        page.text(left, top - 18, words[name], color=paint.muted, va="center_baseline")
    tints = [[paint.pixels(INKED * value) for value in row] for row in sliding_product["picture"]]
    cells(page, _plain(sliding_product["picture"], words), 0, TOP, PIXEL, paint, tints)
    cells(page, _plain(sliding_product["kernel"], words), KERNEL, TOP, WEIGHT, paint)
    cells(page, _plain(place["products"], words), KERNEL, products, WEIGHT, paint)
    cells(page, _plain(sliding_product["output"], words), output, TOP, ANSWER, paint)
    row, column = SHOWN
    size = side * PIXEL
    frame(page, column * PIXEL, TOP + row * PIXEL, size, size, paint.accent)
    frame(page, KERNEL, products, side * WEIGHT, side * WEIGHT, paint.accent)
    corner = (output + column * ANSWER, TOP + row * ANSWER)
    frame(page, *corner, ANSWER, ANSWER, paint.accent)
    bottom = products + side * WEIGHT + 24
    total, bias, value = (
        _short(each, words) for each in (place["sum"], sliding_product["bias"], place["output"])
    )
    line = words["sum"].format(sum=total, bias=bias, output=value)
    page.text(KERNEL, bottom, line, weight="bold", color=paint.accent, va="center_baseline")
    return figure


def _plain(values: list[list[float]], words: dict[str, str]) -> list[list[str]]:
    return [[_short(value, words) for value in row] for row in values]


def _short(value: float, words: dict[str, str]) -> str:
    return number(value, words, 0 if value == round(value) else 1)
