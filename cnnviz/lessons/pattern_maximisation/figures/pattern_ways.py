"""The same filters, drawn in several ways: a row for each way."""

from typing import Any

from cnnviz.drawing.pattern_tiles import pattern_tile
from cnnviz.drawing.style import WIDTH, Canvas, Palette, canvas, sheet

GAP, NAME = 6, 28


def draw(pattern_ways: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw each way's pictures in a row, under its name."""
    ways = pattern_ways["ways"]
    count = len(next(iter(ways.values()))["pictures"])
    side = (WIDTH - GAP * (count - 1)) / count
    step = NAME + side + 16
    figure = canvas(height=round(step * len(ways) - 16), pictures="smooth")
    page = sheet(figure)
    for line, (way, drawn) in enumerate(ways.items()):
        page.text(0, line * step + 10, words[way], va="center_baseline")
        for at, (row, picture) in enumerate(zip(drawn["runs"], drawn["pictures"], strict=True)):
            where = at * (side + GAP), line * step + NAME
            pattern_tile(page, picture, row["silent"], *where, side, paint)
    return figure
