"""Digits, and what can be drawn of them from each layer of a network."""

from typing import Any

from cnnviz.drawing.numbers import percent, whole
from cnnviz.drawing.pixels import tile
from cnnviz.drawing.style import SMALL, WIDTH, Canvas, Palette, canvas, sheet

NETWORK = "lenet5"
NAME, SHARE = 100, 58  # px for a layer's name, and for how much it explains
GAP, BETWEEN = 4, 10
HEAD = 28


def draw(reconstructions: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw a row for the originals, and one for each layer with its mean R²."""
    layers, summary = reconstructions["layers"][NETWORK], reconstructions["summary"][NETWORK]
    count = len(reconstructions["originals"])
    side = (WIDTH - NAME - SHARE - GAP * (count - 1)) / count
    step = side + BETWEEN
    values = {row["layer"]: row["values"] for row in reconstructions["runs"]}
    figure = canvas(height=round(HEAD + step * (len(layers) + 1)), pictures="light")
    page = sheet(figure)
    small: dict[str, Any] = {"va": "center_baseline", "fontsize": SMALL, "color": paint.muted}
    page.text(WIDTH, 10, words["explained"], ha="right", **small)
    rows = [("originals", words["originals"], "")]
    rows += [
        (f"{NETWORK}.{layer}", words.get(layer, layer), _count(values[layer], words))
        for layer in layers
    ]
    for row, (shown, name, below) in enumerate(rows):
        top = HEAD + row * step
        page.text(0, top + side / 2 - (8 if below else 0), name, va="center_baseline")
        page.text(0, top + side / 2 + 10, below, **small)
        for column, image in enumerate(reconstructions[shown]):
            tile(page, image, NAME + column * (side + GAP), top, side, paint)
    for row, layer in enumerate(layers, start=1):
        share = percent(summary[layer]["r2"]["mean"], words)
        y = HEAD + row * step + side / 2
        page.text(WIDTH, y, share, ha="right", va="center_baseline")
    return figure


def _count(values: int, words: dict[str, str]) -> str:
    return words["values"].format(n=whole(values, words))
