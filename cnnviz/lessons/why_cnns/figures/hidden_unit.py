"""A hidden unit at work: a digit times the unit's weights, and the sum of the products."""

from typing import Any

import numpy as np

from cnnviz.drawing.numbers import number
from cnnviz.drawing.pixels import tile
from cnnviz.drawing.signed import signed_scale, signed_tile
from cnnviz.drawing.style import WIDTH, Canvas, Palette, canvas, sheet

SIDE, BETWEEN, TOP = 156, 46, 28


def draw(hidden_units: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw the digit, the weights and their products, and below them what they add up to."""
    middle = TOP + SIDE / 2
    lefts = [column * (SIDE + BETWEEN) for column in range(3)]
    figure = canvas(height=TOP + SIDE + 70)
    page = sheet(figure)
    for left, name in zip(lefts, ("digit", "weights", "products"), strict=True):
        page.text(left, 10, words[name], va="center_baseline")
    tile(page, hidden_units["image"], lefts[0], TOP, SIDE, paint)
    for left, name in zip(lefts[1:], ("own", "products"), strict=True):
        reach = float(np.abs(hidden_units[name]).max()) or 1.0
        signed_tile(page, hidden_units[name], left, TOP, SIDE, reach, paint)
    for left, sign in zip(lefts[1:], ("×", "="), strict=True):
        signs: dict[str, Any] = {"fontsize": 26, "color": paint.muted}
        page.text(left - BETWEEN / 2, middle, sign, ha="center", va="center", **signs)
    below = TOP + SIDE + 22
    signed_scale(page, lefts[1] + SIDE, below, paint)
    value = number(hidden_units["value"], words, 2)
    page.text(WIDTH, below, words["sum"], ha="right", va="center_baseline", color=paint.muted)
    how: dict[str, Any] = {"weight": "bold", "fontsize": 22}
    page.text(WIDTH, below + 30, value, ha="right", va="center_baseline", **how)
    return figure
