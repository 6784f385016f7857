"""A photograph, what the stages of a network dream on it, and what an untrained one does."""

from typing import Any

from cnnviz.drawing.heat import opened, photo_tile
from cnnviz.drawing.style import WIDTH, Canvas, Palette, canvas, sheet

COLUMNS, GAP, NAME = 2, 10, 26


def draw(dream_photo: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw the pictures in pairs, each under its name."""
    shown = {words["original"]: dream_photo["original"]}
    for stage, picture in dream_photo["pictures"].items():
        shown[words["stage"].format(n=stage)] = picture
    shown[words["untrained"].format(n=dream_photo["untrained_stage"])] = dream_photo["untrained"]
    height, width = opened(dream_photo["original"]).shape[:2]
    across = (WIDTH - GAP * (COLUMNS - 1)) / COLUMNS
    down = across * height / width
    step = NAME + down + 14
    rows = -(-len(shown) // COLUMNS)
    figure = canvas(height=round(rows * step - 14), pictures="smooth")
    page = sheet(figure)
    for at, (name, picture) in enumerate(shown.items()):
        left, top = at % COLUMNS * (across + GAP), at // COLUMNS * step
        page.text(left, top + 10, name, va="center_baseline")
        photo_tile(page, opened(picture), left, top + NAME, across, down)
    return figure
