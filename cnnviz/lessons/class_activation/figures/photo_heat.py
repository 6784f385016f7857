"""Photographs, what an ImageNet network answers, and where it sees that."""

from typing import Any

import numpy as np

from cnnviz.drawing.heat import heat_scale, opened, over, photo_tile
from cnnviz.drawing.numbers import percent
from cnnviz.drawing.style import SMALL, WIDTH, Canvas, Palette, canvas, sheet

GAP, HEAD, FOOT = 10, 46, 34


def draw(photo_heat: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw a column for each photograph: its answer, the photograph, the heat over it."""
    photos = list(photo_heat["photos"].values())
    side = (WIDTH - GAP * (len(photos) - 1)) / len(photos)
    figure = canvas(height=round(HEAD + 2 * side + GAP + FOOT), pictures="light")
    page = sheet(figure)
    for column, photo in enumerate(photos):
        left = column * (side + GAP)
        page.text(left, 10, photo["answer"], fontsize=SMALL, va="center_baseline")
        chance = percent(photo["probability"], words)
        how: dict[str, Any] = {"color": paint.muted, "fontsize": SMALL}
        page.text(left, 30, chance, va="center_baseline", **how)
        picture = opened(photo["picture"])
        photo_tile(page, picture, left, HEAD, side, side)
        heat = over(picture, np.array(photo["map"]))
        photo_tile(page, heat, left, HEAD + side + GAP, side, side)
    heat_scale(page, 0, HEAD + 2 * side + GAP + 20, words, paint)
    return figure
