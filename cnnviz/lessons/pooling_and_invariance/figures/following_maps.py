"""Feature maps of a digit and of the shifted digit, and what they differ in besides the shift."""

from typing import Any

from cnnviz.drawing.pixels import tile
from cnnviz.drawing.style import SMALL, WIDTH, Canvas, Palette, canvas, sheet

SIDE, ROW, HEAD = 142, 180, 70
COLUMNS = (0, (WIDTH - SIDE) / 2, WIDTH - SIDE)


def draw(following_maps: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw a row for the image and for each layer; a layer's three pictures share one scale."""
    names = ("image", "relu1", "pool2")
    figure = canvas(height=HEAD + ROW * len(names) - 12)
    page = sheet(figure)
    for left, column in zip(COLUMNS, ("digit", "shifted", "left"), strict=True):
        how: dict[str, Any] = {"color": paint.muted, "fontsize": SMALL, "linespacing": 1.1}
        page.text(left, 18, words[column].format(following_maps["shift"]), va="center", **how)
    for row, name in enumerate(names):
        top = HEAD + row * ROW
        page.text(0, top - 12, words[name], va="center_baseline")
        pair = following_maps[name]
        shown = (
            [*pair, following_maps[f"{name}.left"]]
            if f"{name}.left" in following_maps
            else list(pair)
        )
        largest = float(pair.max()) or 1.0
        for left, image in zip(COLUMNS, shown, strict=False):
            tile(page, image / largest, left, top, SIDE, paint)
    return figure
