"""A photograph, what the stages of a network dream on it, and what an untrained one does."""

from typing import Any

from cnnviz.drawing.heat import opened, photo_tile
from cnnviz.drawing.smooth import smooth
from cnnviz.drawing.style import WIDTH, canvas, sheet, themed
from cnnviz.pipeline.outcome import Drawing

COLUMNS, GAP, NAME = 2, 10, 26


def draw(result: dict[str, Any], words: dict[str, str], theme: str) -> Drawing:
    """Draw the pictures in pairs, each under its name."""
    shown = {words["original"]: result["original"]}
    for stage, picture in result["pictures"].items():
        shown[words["stage"].format(n=stage)] = picture
    shown[words["untrained"].format(n=result["untrained_stage"])] = result["untrained"]
    height, width = opened(result["original"]).shape[:2]
    across = (WIDTH - GAP * (COLUMNS - 1)) / COLUMNS
    down = across * height / width
    step = NAME + down + 14
    rows = -(-len(shown) // COLUMNS)
    with themed(theme):
        figure = canvas(height=round(rows * step - 14))
        page = sheet(figure)
        for at, (name, picture) in enumerate(shown.items()):
            left, top = at % COLUMNS * (across + GAP), at // COLUMNS * step
            page.text(left, top + 10, name, va="center_baseline")
            photo_tile(page, opened(picture), left, top + NAME, across, down)
        return smooth(figure)
