"""The cover of the lesson on class activation: a photograph, and beside it the heat over it."""

from typing import Any

import numpy as np

from cnnviz.drawing.heat import opened, over, photo_tile
from cnnviz.drawing.style import Canvas, Palette, canvas, sheet

WIDTH, HEIGHT = 480, 270


def draw(photo_heat: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw the cat, or else the first photograph, as it is and under its heat, side by side."""
    photo = sorted(photo_heat["photos"].items(), key=lambda item: item[0] != "chelsea")[0][1]
    picture = opened(photo["picture"])
    heat = over(picture, np.array(photo["map"]))
    side = len(picture)
    narrow = round(side * (WIDTH / 2) / HEIGHT)  # the same scale across and down
    first = (side - narrow) // 2
    figure = canvas(height=HEIGHT, width=WIDTH, pictures="light")
    page = sheet(figure)
    for left, shown in ((0, picture), (WIDTH / 2, heat)):
        cut = shown[:, first : first + narrow]
        photo_tile(page, cut, left, 0, WIDTH / 2, HEIGHT)
    return figure
