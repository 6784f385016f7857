"""Pictures before and after a dream: photographs, and grey noise."""

from typing import Any

from cnnviz.drawing.heat import opened, photo_tile
from cnnviz.drawing.style import WIDTH, Canvas, Palette, canvas, sheet

GAP, HEAD = 10, 28


def draw(dream_starts: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw a row for each picture: as it was, and as it was dreamt."""
    rows = dream_starts["rows"][1:]  # the first photograph is shown with all its stages elsewhere
    height, width = opened(rows[0]["original"]).shape[:2]
    across = (WIDTH - GAP) / 2
    down = across * height / width
    figure = canvas(height=round(HEAD + len(rows) * (down + GAP) - GAP), pictures="smooth")
    page = sheet(figure)
    for column, when in enumerate(("original", "picture")):
        left = column * (across + GAP)
        page.text(left, 10, words[when], va="center_baseline", weight="bold")
        for line, row in enumerate(rows):
            top = HEAD + line * (down + GAP)
            photo_tile(page, opened(row[when]), left, top, across, down)
    return figure
