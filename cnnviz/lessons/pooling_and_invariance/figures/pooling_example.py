"""Sixteen numbers in four windows, and the one number that each pooling keeps of a window."""

import numpy as np
from matplotlib.colors import to_rgba
from matplotlib.patches import Rectangle

from cnnviz.drawing.labels import say
from cnnviz.drawing.numbers import number
from cnnviz.drawing.style import WIDTH, Canvas, Palette, Words, canvas, sheet
from cnnviz.lessons.pooling_and_invariance.results import Pooled

CELL, TOP = 54, 34
TINT = 0.3  # a window's opacity


def draw(pooling_example: Pooled, words: Words, paint: Palette) -> Canvas:
    """Draw the numbers, and beside them the maxima and the averages, in their windows' colours."""
    tables = {name: np.array(table) for name, table in pooling_example.items()}
    side, across = len(tables["values"]) * CELL, len(tables["max"]) * CELL
    lefts = {"values": 2, "max": (WIDTH + side) / 2 - across + 8, "average": WIDTH - across - 2}
    tints = [[paint.accent, paint.second], [paint.muted, paint.cnn]]
    figure = canvas(height=TOP + side + 4)
    page = sheet(figure)
    for name, left in lefts.items():
        top = TOP + (side - len(tables[name]) * CELL) / 2
        window = len(tables[name]) // len(tables["max"])
        say(page, left, top - 22, words[name])
        for (row, column), value in np.ndenumerate(tables[name]):
            home = row // window, column // window
            fill = to_rgba(tints[home[0] % 2][home[1] % 2], TINT)
            x, y = left + column * CELL, top + row * CELL
            cell = Rectangle((x, y), CELL, CELL, facecolor=fill, edgecolor=paint.page, linewidth=2)
            page.add_patch(cell)
            largest = name != "values" or value == tables["max"][home]
            text = number(value, words, 0 if value == int(value) else 1)
            weight = "bold" if largest else "normal"
            say(page, x + CELL / 2, y + CELL / 2, text, size=20, ha="center", weight=weight)
    return figure
