"""CAM taken apart: the maps that add most to a score, their weights, and the sum of all."""

from typing import Any

import numpy as np
from matplotlib.axes import Axes

from cnnviz.drawing.heat import heat_scale, opened, over, photo_tile
from cnnviz.drawing.numbers import number, whole
from cnnviz.drawing.pixels import tile
from cnnviz.drawing.style import SMALL, WIDTH, Canvas, Palette, canvas, sheet

GAP, MAP, LARGE = 24, 84, 200
TOP, SECOND = 52, 190


def draw(cam_sum: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw the strongest channels and their weights in a row, photograph and sum below."""
    figure = canvas(height=SECOND + 24 + LARGE + 36, pictures="light")
    page = sheet(figure)
    _channels(page, cam_sum, words, paint)
    picture = opened(cam_sum["picture"])
    left = WIDTH - LARGE
    for x, shown in ((0, picture), (left, over(picture, np.array(cam_sum["map"])))):
        photo_tile(page, shown, x, SECOND + 24, LARGE, LARGE)
    page.text(0, SECOND + 8, words["photo"], va="center_baseline")
    name = words["sum"].format(n=whole(cam_sum["all_channels"], words))
    page.text(left, SECOND + 8, name, va="center_baseline")
    arrow = {"arrowstyle": "->", "color": paint.muted, "linewidth": 1.5}
    ends: dict[str, Any] = {
        "xy": (left - 14, SECOND + 24 + LARGE / 2),
        "xytext": (LARGE + 14, SECOND + 124),
    }
    page.annotate("", arrowprops=arrow, **ends)
    middle = (LARGE + left) / 2
    how: dict[str, Any] = {"ha": "center", "color": paint.muted, "fontsize": SMALL}
    answer = words["quoted"].format(cam_sum["answer"])
    page.text(middle, SECOND + 106, answer, **how)
    heat_scale(page, 0, SECOND + 24 + LARGE + 22, words, paint)
    return figure


def _channels(page: Axes, result: dict, words: dict[str, str], paint: Palette) -> None:
    page.text(0, 10, words["strongest"], va="center_baseline")
    for column, channel in enumerate(result["channels"]):
        left = column * (MAP + GAP)
        weight = number(channel["weight"], words, 2)
        how: dict[str, Any] = {"fontsize": SMALL, "va": "center_baseline"}
        page.text(left, 38, f"{words['weight']} {weight}", color=paint.accent, **how)
        tile(page, np.array(channel["map"]), left, TOP, MAP, paint)
        if column:
            page.text(left - GAP / 2, TOP + MAP / 2, "+", ha="center", va="center")
        added = words["adds"].format(n=number(channel["added"], words, 2))
        page.text(left, TOP + MAP + 14, added, color=paint.muted, **how)
    page.text(WIDTH, TOP + MAP / 2, "+ …", ha="right", va="center")
