"""The images of each class that a network reads best and worst, with two networks' heat maps."""

from typing import Any

import numpy as np
from matplotlib.axes import Axes

from cnnviz.drawing.heat import heat_scale, opened, over, photo_tile, stand_in
from cnnviz.drawing.numbers import percent
from cnnviz.drawing.style import SMALL, WIDTH, Canvas, Palette, canvas, sheet

NETWORKS = ("full", "augmented")
GAP, BETWEEN = 6, 22
HEAD, NAME, BELOW, FOOT = 44, 26, 24, 34


def draw(best_and_worst: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw a row for the best and the worst of each class: picture and both maps, twice."""
    count = len(best_and_worst["groups"][0]["examples"])
    side = (WIDTH - BETWEEN * (count - 1) - 2 * GAP * count) / (3 * count)
    step = NAME + side + BELOW + 6
    foot = HEAD + len(best_and_worst["groups"]) * step
    figure = canvas(height=round(foot + FOOT), pictures="light")
    page = sheet(figure)
    for at, group in enumerate(best_and_worst["groups"]):
        top = HEAD + at * step + NAME
        name = words[f"{group['kind']}_{group['which']}"]
        page.text(0, top - 13, name, va="center_baseline", weight="bold")
        for number, example in enumerate(group["examples"]):
            left = number * (3 * side + 2 * GAP + BETWEEN)
            if at == 0:
                _heads(page, left, side, words, paint)
            _example(page, example, left, top, side, group["kind"], words, paint)
    heat_scale(page, 0, foot + 15, words, paint)
    if best_and_worst["stand_in"]:
        stand_in(page, WIDTH - 8, foot + 15, words, paint)
    return figure


def _heads(page: Axes, left: float, side: float, words: dict, paint: Palette) -> None:
    how: dict[str, Any] = {"color": paint.muted, "fontsize": SMALL, "va": "center"}
    for column, network in enumerate(NETWORKS, start=1):
        x = left + column * (side + GAP)
        page.text(x, 18, words[network], linespacing=1.05, **how)


def _example(
    page: Axes,
    example: dict[str, Any],
    left: float,
    top: float,
    side: float,
    kind: str,
    words: dict[str, str],
    paint: Palette,
) -> None:
    picture = opened(example["picture"])
    photo_tile(page, picture, left, top, side, side)
    for column, network in enumerate(NETWORKS, start=1):
        answer = example[network]
        x = left + column * (side + GAP)
        photo_tile(page, over(picture, np.array(answer["map"])), x, top, side, side)
        right = answer["answer"] == kind
        text = f"{words['right' if right else 'wrong']} {percent(answer['probability'], words)}"
        colour = paint.muted if right else paint.second
        how: dict[str, Any] = {"fontsize": SMALL, "va": "center_baseline"}
        page.text(x, top + side + 13, text, color=colour, **how)
