"""The same filters, drawn in several ways: a row for each way."""

from cnnviz.drawing.labels import say
from cnnviz.drawing.style import Canvas, Palette, Words, canvas, sheet
from cnnviz.lessons.pattern_maximisation.pattern_tiles import pattern_rows, pattern_side
from cnnviz.lessons.pattern_maximisation.results import Ways

GAP, NAME = 6, 28


def draw(pattern_ways: Ways, words: Words, paint: Palette) -> Canvas:
    """Draw each way's pictures in a row, under its name."""
    ways = pattern_ways["ways"]
    count = len(next(iter(ways.values()))["pictures"])
    step = NAME + pattern_side(count, GAP) + 16
    figure = canvas(height=round(step * len(ways) - 16), pictures="smooth")
    page = sheet(figure)
    for line, (way, patterns) in enumerate(ways.items()):
        say(page, 0, line * step + 10, words[way])
        pattern_rows(page, way, patterns, count, GAP, (0, line * step + NAME), paint)
    return figure
