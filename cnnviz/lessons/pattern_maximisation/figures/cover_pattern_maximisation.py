"""The cover of the lesson on patterns: what some filters of an ImageNet network look for."""

from typing import Any

from cnnviz.drawing.heat import opened, photo_tile
from cnnviz.drawing.style import Canvas, Palette, canvas, sheet

WIDTH, HEIGHT = 480, 270
COLUMNS, ROWS = 3, 2


def draw(imagenet_patterns: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Fill the cover with patterns, cut to its tiles."""
    across, down = WIDTH / COLUMNS, HEIGHT / ROWS
    figure = canvas(height=HEIGHT, width=WIDTH, pictures="smooth")
    page = sheet(figure)
    for at, picture in enumerate(imagenet_patterns["pictures"][: COLUMNS * ROWS]):
        pixels = opened(picture)
        kept = round(len(pixels) * down / across)
        top = (len(pixels) - kept) // 2
        left, high = at % COLUMNS * across, at // COLUMNS * down
        photo_tile(page, pixels[top : top + kept], left, high, across, down)
    return figure
