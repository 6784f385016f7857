"""The pictures that excite the first filters of a layer most."""

from cnnviz.drawing.labels import say
from cnnviz.drawing.style import SMALL, Canvas, Palette, Words, canvas, sheet
from cnnviz.lessons.pattern_maximisation.pattern_tiles import pattern_rows, pattern_side
from cnnviz.lessons.pattern_maximisation.results import Patterns

COLUMNS = 8
LABEL, GAP, HEAD = 28, 4, 38


def draw(patterns: Patterns, words: Words, paint: Palette) -> Canvas:
    """Draw a tile for each filter, and beside each row the number of its first filter."""
    side = pattern_side(COLUMNS, GAP, LABEL)
    first = patterns["runs"][::COLUMNS]
    figure = canvas(height=round(HEAD + len(first) * (side + GAP) - GAP), pictures="smooth")
    page = sheet(figure)
    name = words[patterns["layer"]]
    say(page, 0, 15, name, weight="bold")
    for at, row in enumerate(first):
        middle = HEAD + at * (side + GAP) + side / 2
        say(page, LABEL - 8, middle, str(row["unit"]), paint.muted, SMALL, ha="right")
    figure.tiles = [pattern_rows(page, name, patterns, COLUMNS, GAP, (LABEL, HEAD), paint)]
    return figure
