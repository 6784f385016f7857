"""One digit of each class: as it is, remapped, and put back."""

from typing import Any

from cnnviz.drawing.pixels import tile
from cnnviz.drawing.style import WIDTH, canvas, sheet, svg, themed
from cnnviz.pipeline.outcome import Drawing

ROWS = ("original", "remapped", "restored")
GAP = 6


def draw(result: dict[str, Any], words: dict[str, str], theme: str) -> Drawing:
    """Draw a row of digits for each state, under its name."""
    count = len(result["original"])
    side = (WIDTH - GAP * (count - 1)) / count
    step = side + 44
    with themed(theme) as paint:
        figure = canvas(height=round(step * len(ROWS) - 16))
        page = sheet(figure)
        for row, state in enumerate(ROWS):
            page.text(0, row * step + 10, words[state], va="center_baseline")
            for column, image in enumerate(result[state]):
                tile(page, image, column * (side + GAP), row * step + 26, side, paint)
        return svg(figure)
