"""What one unit sees through three small convolutions, layer by layer back to the image."""

from typing import Any

from cnnviz.drawing.cells import cells, frame
from cnnviz.drawing.style import SMALL, WIDTH, Canvas, Palette, canvas, sheet

CELL = 15
TOP = 30


def draw(field_of_one_unit: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw the image and each layer's map, with the part that the last unit sees."""
    stages = field_of_one_unit["stages"]
    gap = (WIDTH - CELL * sum(stage["size"] for stage in stages)) / (len(stages) - 1)
    tallest = CELL * stages[0]["size"]
    figure = canvas(height=TOP + tallest + 34)
    page = sheet(figure)
    left = 0.0
    for at, stage in enumerate(stages):
        size, (top, start, bottom, end) = stage["size"], stage["box"]
        name = words["layer"].format(n=at) if at else words["image"]
        page.text(left, 10, name, va="center_baseline")
        inside = [
            [top <= row < bottom and start <= column < end for column in range(size)]
            for row in range(size)
        ]
        fills = [[paint.accent if seen else paint.paper for seen in row] for row in inside]
        y = TOP + (tallest - size * CELL) / 2
        cells(page, [[""] * size] * size, left, y, CELL, paint, fills)
        wide = (end - start) * CELL
        frame(page, left + start * CELL, y + top * CELL, wide, wide, paint.ink, 2)
        seen = words["size"].format(n=end - start)
        how: dict[str, Any] = {"color": paint.muted, "fontsize": SMALL, "ha": "center"}
        page.text(left + size * CELL / 2, TOP + tallest + 18, seen, va="center", **how)
        left += size * CELL + gap
    return figure
