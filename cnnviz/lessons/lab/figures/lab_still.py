"""One digit on its way through a CNN, layer by layer, and both networks' answers."""

from typing import Any

import numpy as np
from matplotlib.axes import Axes

from cnnviz.drawing.labels import heading
from cnnviz.drawing.numbers import number, percent
from cnnviz.drawing.pixels import tile
from cnnviz.drawing.style import SMALL, WIDTH, Canvas, Palette, canvas, panel, sheet

IMAGE = 112
HEAD, ROOM = 24, 12  # px above and below a layer's maps
COLUMNS, TILE, GAP = 8, 46, 4
LEFT = WIDTH - COLUMNS * (TILE + GAP) + GAP  # of the maps
CHART = 230


def draw(lab_still: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw the digit at the left, its maps beside it from layer to layer, the answers below."""
    layers = {layer: lab_still[layer] for layer in lab_still["layers"]}
    rows = sum(-(-len(maps) // COLUMNS) for maps in layers.values())
    high = rows * (TILE + GAP) + len(layers) * (HEAD + ROOM)
    figure = canvas(height=high + HEAD + CHART + 40)
    page = sheet(figure)
    page.text(0, 10, words["image"], va="center_baseline", weight="bold")
    tile(page, lab_still["image"], 0, HEAD, IMAGE, paint)
    top = 0.0
    for layer, maps in layers.items():
        page.text(LEFT, top + 10, words[layer], va="center_baseline", weight="bold")
        _maps(page, maps, top + HEAD, paint)
        top += HEAD + -(-len(maps) // COLUMNS) * (TILE + GAP) + ROOM
    for place, network in enumerate(lab_still["answers"]):
        left = place * WIDTH / 2
        heading(page, left, high + 22, network, words, paint)
        bits = words["entropy"].format(number(lab_still["entropy"][network], words, 2))
        how: dict[str, Any] = {"va": "center_baseline", "fontsize": SMALL}
        page.text(left + 68, high + 22, bits, color=paint.muted, **how)
        axes = panel(figure, left + 18, high + HEAD + 16, WIDTH / 2 - 40, CHART)
        _bars(axes, lab_still["answers"][network], paint.network(network), words, paint)
    return figure


def _maps(page: Axes, maps: np.ndarray, top: float, paint: Palette) -> None:
    largest = max(float(maps.max()), 1e-12)  # a layer has one scale
    for at, one in enumerate(maps):
        row, column = divmod(at, COLUMNS)
        x, y = LEFT + column * (TILE + GAP), top + row * (TILE + GAP)
        tile(page, one / largest, x, y, TILE, paint)


def _bars(axes: Axes, chances: list[float], colour: str, words: dict, paint: Palette) -> None:
    digits = range(len(chances))
    winner = max(digits, key=lambda digit: chances[digit])
    bars = axes.barh(digits, chances, height=0.66, color=colour)
    for digit, bar in zip(digits, bars, strict=True):
        bar.set_alpha(1 if digit == winner else 0.45)
    axes.axvline(0, color=paint.muted, linewidth=1)
    axes.set(xlim=(0, 1.35), ylim=(len(chances) - 0.4, -0.6), xticks=[])
    axes.set_yticks(digits, [str(digit) for digit in digits], fontsize=SMALL)
    axes.get_yticklabels()[winner].set(color=colour, weight="bold", fontsize="medium")
    text = percent(chances[winner], words)
    axes.text(
        chances[winner] + 0.04, winner, text, color=colour, weight="bold", va="center_baseline"
    )
