"""Examples of each kind of noise."""

from typing import Any

from cnnviz.drawing.pixels import tile
from cnnviz.drawing.rows import NOISE
from cnnviz.drawing.style import WIDTH, Canvas, Palette, canvas, sheet

GAP = 12
NAME = 166  # px for a kind's name, left of its images


def draw(noise_kinds: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw the images of each kind in a row, beside its name."""
    kinds = [kind for kind in NOISE if kind in noise_kinds]
    count = len(noise_kinds[kinds[0]])
    side = (WIDTH - NAME - GAP * (count - 1)) / count
    figure = canvas(height=round(len(kinds) * (side + GAP) - GAP))
    page = sheet(figure)
    for row, kind in enumerate(kinds):
        top = row * (side + GAP)
        page.text(0, top + side / 2, words[kind], va="center")
        for column, image in enumerate(noise_kinds[kind]):
            tile(page, image, NAME + column * (side + GAP), top, side, paint)
    return figure
