"""Heat maps of a network that forgets one layer after the other, from the last to the first."""

from typing import Any

import numpy as np
from matplotlib.axes import Axes

from cnnviz.drawing.heat import opened, over, photo_tile, stand_in
from cnnviz.drawing.numbers import in_numbers
from cnnviz.drawing.style import SMALL, WIDTH, Canvas, Palette, canvas, panel, sheet

METHODS = ("grad_cam", "guided")
SHAPES = {"grad_cam": "o", "guided": "s"}
GAP, HEAD, NAME = 6, 44, 26
CHART, FOOT = 190, 72


def draw(forgetting: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw the maps by what is forgotten, and below them their correlation with the first."""
    layers = forgetting["layers"]
    side = (WIDTH - GAP * (len(layers) - 1)) / len(layers)
    step = NAME + side + 6
    chart = HEAD + 2 * step + 44
    figure = canvas(height=round(chart + CHART + FOOT), pictures="light")
    page = sheet(figure)
    picture = opened(forgetting["picture"])
    for column, layer in enumerate(layers):
        name = _forgotten(column, layer, words)
        how: dict[str, Any] = {"color": paint.muted, "fontsize": SMALL, "va": "center_baseline"}
        page.text(column * (side + GAP), 32, name, **how)
    page.text(0, 10, words["forgotten"], va="center_baseline")
    for row, method in enumerate(METHODS):
        top = HEAD + row * step + NAME
        colour = _colour(method, paint)
        page.text(0, top - 12, words[method], color=colour, va="center_baseline")
        for column, heat in enumerate(forgetting["maps"][method]):
            shown = over(picture, np.array(heat))
            photo_tile(page, shown, column * (side + GAP), top, side, side)
    page.text(0, chart - 16, words["correlation"], color=paint.muted, va="center_baseline")
    axes = panel(figure, side / 2, chart, WIDTH - side, CHART)
    _correlations(axes, forgetting, words, paint)
    if forgetting["stand_in"]:
        stand_in(page, WIDTH - 8, chart + CHART + 48, words, paint)
    return figure


def _forgotten(depth: int, layer: str, words: dict[str, str]) -> str:
    name = words.get(layer, layer) or words["nothing"]
    return f"+ {name}" if depth > 1 else name


def _colour(method: str, paint: Palette) -> str:
    return paint.accent if method == "grad_cam" else paint.second


def _correlations(axes: Axes, result: dict, words: dict[str, str], paint: Palette) -> None:
    depths = range(len(result["layers"]))
    for method in METHODS:
        colour, shape = _colour(method, paint), SHAPES[method]
        rows = [row for row in result["runs"] if row["method"] == method]
        x = [row["depth"] + (0.06 if method == "guided" else -0.06) for row in rows]
        y = [row["correlation"] for row in rows]
        axes.plot(x, y, shape, color=colour, ms=6, alpha=0.6, mew=0)
        means = [result["summary"][method][str(depth)]["mean"] for depth in depths]
        axes.plot(depths, means, color=colour, linewidth=2.5)
    axes.axhline(0, color=paint.muted, linewidth=1)
    lowest = min(row["correlation"] for row in result["runs"])
    axes.set(xlim=(-0.25, len(depths) - 0.75), ylim=(min(-0.3, lowest - 0.1), 1.08))
    names = [_forgotten(depth, layer, words) for depth, layer in enumerate(result["layers"])]
    axes.set_xticks(list(depths), names)
    axes.set_yticks([0, 0.5, 1])
    axes.grid(axis="y")
    in_numbers(axes.yaxis, words)
