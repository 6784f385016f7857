"""Digits, and what can be drawn of them from each layer of a network."""

from typing import cast

import numpy as np

from cnnviz.drawing.labels import say
from cnnviz.drawing.numbers import percent, whole
from cnnviz.drawing.pixels import tile
from cnnviz.drawing.style import SMALL, WIDTH, Canvas, Palette, Words, canvas, sheet
from cnnviz.lessons.intermediate_activations.results import Reconstructions
from cnnviz.results import where

NETWORK = "lenet5"
NAME, SHARE = 100, 58  # px for a layer's name, and for how much it explains
GAP, BETWEEN = 4, 10
HEAD = 28


def draw(reconstructions: Reconstructions, words: Words, paint: Palette) -> Canvas:
    """Draw a row for the originals, and one for each layer with its mean R²."""
    pictures = cast(dict[str, np.ndarray], reconstructions)
    count = len(pictures["originals"])
    side = (WIDTH - NAME - SHARE - GAP * (count - 1)) / count
    step = side + BETWEEN
    rows = ["originals", *reconstructions["layers"][NETWORK]]
    figure = canvas(height=round(HEAD + step * len(rows)), pictures="light")
    page = sheet(figure)
    say(page, WIDTH, 10, words["explained"], paint.muted, SMALL, ha="right")
    for row, name in enumerate(rows):
        top = HEAD + row * step
        middle = top + side / 2
        say(page, 0, middle - (8 if row else 0), words.get(name, name))
        if row:
            first, *_ = where(reconstructions["runs"], network=NETWORK, layer=name)
            values = words["values"].format(n=whole(first["values"], words))
            say(page, 0, middle + 10, values, paint.muted, SMALL)
            r2 = reconstructions["summary"][NETWORK][name]["r2"]["mean"]
            say(page, WIDTH, middle, percent(r2, words), ha="right")
        for column, image in enumerate(pictures[f"{NETWORK}.{name}" if row else name]):
            tile(page, image, NAME + column * (side + GAP), top, side, paint)
    return figure
