"""Two hand-made filters, and what they make of an upright and of a lying edge."""

from cnnviz.drawing.cells import cells
from cnnviz.drawing.labels import say
from cnnviz.drawing.signed import colours, signed_key
from cnnviz.drawing.style import SMALL, Canvas, Look, Palette, Words, canvas, sheet
from cnnviz.lessons.convolution.results import TwoTone

VERTICAL = [("1", "0", "−1")] * 3
FILTERS = {"vertical": VERTICAL, "horizontal": list(zip(*VERTICAL, strict=True))}
COLUMNS = {"picture": 0, "vertical": 206, "horizontal": 400}  # from the left
CELL, WEIGHT = 13, 26
TOP = 34 + 3 * WEIGHT + 24
ROW = 11 * CELL + 24


def draw(edges_two_tone: TwoTone, words: Words, paint: Palette) -> Canvas:
    """Draw a row for each picture and a column for each filter, under its numbers."""
    reach = max(abs(values).max() for values in edges_two_tone.values())
    foot = TOP + 2 * ROW
    figure = canvas(height=foot + 20)
    page = sheet(figure)
    for name, left in COLUMNS.items():
        say(page, left, 10, words[name])
        if name in FILTERS:
            cells(page, FILTERS[name], left, 34, WEIGHT, paint)
    grey: Look = {"cmap": paint.pixels, "vmin": 0, "vmax": 1}
    signed: Look = {"cmap": colours(paint), "vmin": -reach, "vmax": reach}
    for picture, top in (("upright", TOP), ("lying", TOP + ROW)):
        for name, left in COLUMNS.items():
            values = edges_two_tone[f"{picture}.{name}"]
            height, width = values.shape
            where = (left, left + width * CELL, top + height * CELL, top)
            scale = grey if name == "picture" else signed
            page.imshow(values, extent=where, aspect="auto", interpolation="none", **scale)
    say(page, COLUMNS["vertical"], foot + 2, words["key"], paint.muted, SMALL)
    signed_key(page, COLUMNS["horizontal"], foot + 2, reach, words, paint, 0)
    return figure
