"""A digit pooled once and twice, by the maximum and by the average."""

from typing import Any

from cnnviz.drawing.pixels import tile
from cnnviz.drawing.style import SMALL, WIDTH, Canvas, Palette, canvas, sheet

GAP, HEAD = 28, 30


def draw(pooled_digit: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw a row for each pooling, all pictures equally large, under the number of pixels."""
    side = (WIDTH - 2 * GAP) / 3
    figure = canvas(height=round(2 * (side + HEAD + 24)))
    page = sheet(figure)
    for row, way in enumerate(("max", "average")):
        top = row * (side + HEAD + 24)
        page.text(0, top + 10, words[way], va="center_baseline")
        images = [pooled_digit["original"], *(pooled_digit[f"{way}_{size}"] for size in (2, 4))]
        for column, image in enumerate(images):
            left = column * (side + GAP)
            tile(page, image, left, top + HEAD - 4, side, paint)
            name = f"{image.shape[0]}×{image.shape[1]}"
            how: dict[str, Any] = {"color": paint.muted, "fontsize": SMALL, "ha": "right"}
            page.text(left + side, top + HEAD + side + 8, name, va="center_baseline", **how)
    return figure
