"""Marked pictures, and where two networks see evidence: one was taught with the mark, one not."""

from typing import Any

import numpy as np

from cnnviz.drawing.heat import heat_scale, opened, over, photo_tile, stand_in
from cnnviz.drawing.style import WIDTH, Canvas, Palette, canvas, sheet

KINDS = (
    "picture",
    "clean.grad_cam",
    "marked.grad_cam",
    "clean.occlusion",
    "marked.occlusion",
)
GAP, NAME, FOOT = 8, 26, 38


def draw(mark_seen: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw the pictures in a row, and below them a row of heat maps by network and method."""
    rows = mark_seen["rows"]
    side = (WIDTH - GAP * (len(rows) - 1)) / len(rows)
    step = side + NAME + 6
    foot = len(KINDS) * step
    figure = canvas(height=round(foot + FOOT), pictures="light")
    page = sheet(figure)
    for at, kind in enumerate(KINDS):
        top = at * step + NAME
        page.text(0, top - 13, words[kind.replace(".", "_")], va="center_baseline")
        for column, row in enumerate(rows):
            picture = opened(row["picture"])
            shown = picture if kind == "picture" else over(picture, np.array(row[kind]))
            photo_tile(page, shown, column * (side + GAP), top, side, side)
    heat_scale(page, 0, foot + 18, words, paint)
    if mark_seen["stand_in"]:
        stand_in(page, WIDTH - 8, foot + 18, words, paint)
    return figure
