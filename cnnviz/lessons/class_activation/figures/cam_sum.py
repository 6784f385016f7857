"""CAM taken apart: the maps that add most to a score, their weights, and the sum of all."""

import numpy as np
from matplotlib.axes import Axes

from cnnviz.drawing.heat import opened, photo_tile
from cnnviz.drawing.labels import say
from cnnviz.drawing.numbers import number, whole
from cnnviz.drawing.pixels import tile
from cnnviz.drawing.style import SMALL, WIDTH, Canvas, Look, Palette, Words, canvas, sheet
from cnnviz.lessons.class_activation.heat import heat_scale, heat_tile
from cnnviz.lessons.class_activation.results import CamSum, Channel

GAP, MAP, LARGE = 24, 84, 200
TOP, SECOND = 52, 190
BELOW = SECOND + 24  # the top of the large pictures


def draw(cam_sum: CamSum, words: Words, paint: Palette) -> Canvas:
    """Draw the strongest channels and their weights in a row, photograph and sum below."""
    figure = canvas(height=BELOW + LARGE + 36, pictures="light")
    page = sheet(figure)
    _channels(page, cam_sum["channels"], words, paint)
    picture = opened(cam_sum["picture"])
    left = WIDTH - LARGE
    photo_tile(page, picture, 0, BELOW, LARGE, LARGE)
    heat_tile(page, picture, cam_sum["map"], left, BELOW, LARGE)
    say(page, 0, SECOND + 8, words["photo"])
    say(page, left, SECOND + 8, words["sum"].format(n=whole(cam_sum["all_channels"], words)))
    arrow: Look = {"arrowstyle": "->", "color": paint.muted, "linewidth": 1.5}
    middle = BELOW + LARGE / 2
    page.annotate("", (left - 14, middle), (LARGE + 14, middle), arrowprops=arrow)
    answer = words["quoted"].format(cam_sum["answer"])
    how: Look = {"ha": "center", "va": "baseline"}
    say(page, (LARGE + left) / 2, SECOND + 106, answer, paint.muted, SMALL, **how)
    heat_scale(page, BELOW + LARGE + 22, words, paint)
    return figure


def _channels(page: Axes, channels: list[Channel], words: Words, paint: Palette) -> None:
    say(page, 0, 10, words["strongest"])
    for column, channel in enumerate(channels):
        left = column * (MAP + GAP)
        weight = f"{words['weight']} {number(channel['weight'], words, 2)}"
        say(page, left, 38, weight, paint.accent, SMALL)
        tile(page, np.array(channel["map"]), left, TOP, MAP, paint)
        if column:
            say(page, left - GAP / 2, TOP + MAP / 2, "+", ha="center", va="center")
        added = words["adds"].format(n=number(channel["added"], words, 2))
        say(page, left, TOP + MAP + 14, added, paint.muted, SMALL)
    say(page, WIDTH, TOP + MAP / 2, "+ …", ha="right", va="center")
