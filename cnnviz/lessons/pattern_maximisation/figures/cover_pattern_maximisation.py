"""The cover of the lesson on patterns: what some filters of an ImageNet network look for."""

from typing import Any

from cnnviz.drawing.heat import opened, photo_tile
from cnnviz.drawing.smooth import smooth
from cnnviz.drawing.style import canvas, sheet, themed
from cnnviz.pipeline.outcome import Drawing

WIDTH, HEIGHT = 480, 270
COLUMNS, ROWS = 3, 2


def draw(result: dict[str, Any], words: dict[str, str], theme: str) -> Drawing:
    """Fill the cover with patterns, cut to its tiles."""
    across, down = WIDTH / COLUMNS, HEIGHT / ROWS
    with themed(theme):
        figure = canvas(height=HEIGHT, width=WIDTH)
        page = sheet(figure)
        for at, picture in enumerate(result["pictures"][: COLUMNS * ROWS]):
            pixels = opened(picture)
            kept = round(len(pixels) * down / across)
            top = (len(pixels) - kept) // 2
            left, high = at % COLUMNS * across, at // COLUMNS * down
            photo_tile(page, pixels[top : top + kept], left, high, across, down)
        return smooth(figure)
