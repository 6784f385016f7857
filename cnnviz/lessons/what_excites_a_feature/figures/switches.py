"""Pooling there and back: the switches remember where each maximum was."""

import numpy as np
from matplotlib.colors import to_rgba

from cnnviz.drawing.cells import cells, frame
from cnnviz.drawing.labels import say
from cnnviz.drawing.numbers import number
from cnnviz.drawing.style import SMALL, TEXT, WIDTH, Canvas, Look, Palette, Words, canvas, sheet
from cnnviz.drawing.tiles import places
from cnnviz.lessons.what_excites_a_feature.results import Switches

CELL, TOP = 44, 36
TINT = 0.28  # opacity of a cell that holds a maximum


def draw(switches: Switches, words: Words, paint: Palette) -> Canvas:
    """Draw the numbers with their maxima framed, the pooled ones, and these put back."""
    side, small = len(switches["values"]) * CELL, len(switches["pooled"]) * CELL
    middle = TOP + side / 2
    figure = canvas(height=TOP + side + 6)
    page = sheet(figure)
    tint = to_rgba(paint.accent, TINT)
    how: Look = {
        "text": lambda cell: number(cell[0], words, 0),
        "fill": lambda cell: tint if cell[1] else paint.paper,
        "size": TEXT,
    }
    tables = {"values": switches["values"], "pooled": switches["pooled"], "back": switches["back"]}
    lefts = (2, (WIDTH - small) / 2, WIDTH - side - 2)
    for left, (name, table) in zip(lefts, tables.items(), strict=True):
        across, top = len(table), middle - len(table) * CELL / 2
        say(page, left, top - 16, words[name], size=SMALL)
        kept = range(across**2) if name == "pooled" else switches["places"]
        held = np.isin(np.arange(across**2), kept).reshape(across, across)
        cells(page, np.dstack([table, held]), left, top, CELL, paint, **how)
        windows = 0 if name == "pooled" else (across // 2) ** 2
        for corner in places(windows, across // 2, (2 * CELL, 2 * CELL), (left, top)):
            frame(page, *corner, 2 * CELL, 2 * CELL, paint.muted, line=1.2)
    arrow: Look = {"arrowstyle": "->", "color": paint.muted, "linewidth": 1.5}
    for start, end in ((lefts[0] + side, lefts[1]), (lefts[1] + small, lefts[2])):
        page.annotate("", (end - 8, middle), (start + 8, middle), arrowprops=arrow)
    return figure
