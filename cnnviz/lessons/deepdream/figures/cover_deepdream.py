"""The cover of the DeepDream lesson: a dream."""

from typing import Any

from cnnviz.drawing.heat import opened, photo_tile
from cnnviz.drawing.smooth import smooth
from cnnviz.drawing.style import canvas, sheet, themed
from cnnviz.pipeline.outcome import Drawing

WIDTH, HEIGHT = 480, 270


def draw(result: dict[str, Any], words: dict[str, str], theme: str) -> Drawing:
    """Fill the cover with the first photograph's dream."""
    pixels = opened(result["pictures"][0])
    kept = round(pixels.shape[1] * HEIGHT / WIDTH)
    top = (len(pixels) - kept) // 2
    with themed(theme):
        figure = canvas(height=HEIGHT, width=WIDTH)
        photo_tile(sheet(figure), pixels[top : top + kept], 0, 0, WIDTH, HEIGHT)
        return smooth(figure)
