"""Real digits, and what the two hand-made edge detectors make of them."""

from typing import Any

from cnnviz.drawing.pixels import tile
from cnnviz.drawing.signed import signed_key, signed_tile
from cnnviz.drawing.style import WIDTH, Canvas, Palette, canvas, sheet

GAP = 12
NAME = 36  # px for a row's name, above it


def draw(edges_digits: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw a column for each digit: as it is, its upright edges, its lying edges."""
    rows = ("images", "vertical", "horizontal")
    count = len(edges_digits["images"])
    side = (WIDTH - GAP * (count - 1)) / count
    reach = max(abs(edges_digits[name]).max() for name in rows[1:])
    figure = canvas(height=round(len(rows) * (side + NAME) + 30))
    page = sheet(figure)
    for row, name in enumerate(rows):
        top = row * (side + NAME)
        page.text(0, top + 12, words[name], va="center_baseline")
        for column, image in enumerate(edges_digits[name]):
            left = column * (side + GAP)
            if name == "images":
                tile(page, image, left, top + 26, side, paint)
            else:
                signed_tile(page, image, left, top + 26, side, reach, paint)
    signed_key(page, 0, len(rows) * (side + NAME) + 10, reach, words, paint)
    return figure
