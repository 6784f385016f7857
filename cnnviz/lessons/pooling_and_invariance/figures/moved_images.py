"""One digit, shifted, turned and scaled."""

from typing import Any

from cnnviz.drawing.numbers import number
from cnnviz.drawing.pixels import tile
from cnnviz.drawing.style import SMALL, WIDTH, Canvas, Palette, canvas, sheet

GAP, NAME, FOOT = 22, 28, 34


def draw(moved_images: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw a row for each way of moving, with the amount under each picture."""
    ways = list(moved_images["amounts"])
    count = max(len(amounts) for amounts in moved_images["amounts"].values())
    side = (WIDTH - GAP * (count - 1)) / count
    step = NAME + side + FOOT
    figure = canvas(height=round(len(ways) * step))
    page = sheet(figure)
    for row, way in enumerate(ways):
        page.text(0, row * step + 10, words[way], va="center_baseline")
        for column, amount in enumerate(moved_images["amounts"][way]):
            left, top = column * (side + GAP), row * step + NAME
            tile(page, moved_images[way][column], left, top, side, paint)
            written = number(amount, words, 0 if amount == int(amount) else 1)
            unit = words[f"{way}_unit"].format(written)
            how: dict[str, Any] = {"color": paint.muted, "fontsize": SMALL, "ha": "center"}
            page.text(left + side / 2, top + side + 12, unit, va="center_baseline", **how)
    return figure
