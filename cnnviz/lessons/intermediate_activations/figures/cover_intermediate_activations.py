"""The cover of the lesson on activations: a parking space, and maps of it from layer to layer."""

from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap

from cnnviz.drawing.heat import opened, photo_tile
from cnnviz.drawing.mosaic import unstacked
from cnnviz.drawing.style import Canvas, Palette, canvas, sheet

WIDTH, HEIGHT = 480, 270
EDGE, GAP, BETWEEN = 16, 6, 11
IMAGE = 136
STAGES = ((2, 112), (3, 72), (4, 52), (6, 32))  # maps under one another, and their side in px


def draw(layer_maps: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw the space, and for each stage a column of its liveliest maps, ever smaller."""
    layers = layer_maps["layers"]
    chosen = layers[:: max(1, len(layers) // len(STAGES))]
    figure = canvas(height=HEIGHT, width=WIDTH, pictures="light")
    page = sheet(figure)
    photo_tile(page, opened(layer_maps["image"]), EDGE, (HEIGHT - IMAGE) / 2, IMAGE, IMAGE)
    left: float = EDGE + IMAGE + BETWEEN
    colours = (paint.ink, paint.cnn, paint.accent, paint.second)
    for layer, (count, side), colour in zip(chosen, STAGES, colours, strict=False):
        top = (HEIGHT - count * side - (count - 1) * GAP) / 2
        scale = LinearSegmentedColormap.from_list("stage", [paint.paper, colour])
        maps = unstacked(layer_maps["maps"][layer["layer"]], layer["side"])
        for at, one in enumerate(_liveliest(maps, count)):
            _tile(page, one, left, top + at * (side + GAP), side, scale)
        left += side + BETWEEN
    return figure


def _liveliest(maps: np.ndarray, count: int) -> np.ndarray:
    """Choose the maps whose values differ most."""
    spread = maps.reshape(len(maps), -1).std(axis=1)
    return maps[np.argsort(-spread, kind="stable")[:count]]


def _tile(page: Axes, one: np.ndarray, left: float, top: float, side: float, scale: Any) -> None:
    where = (left, left + side, top + side, top)
    look: dict[str, Any] = {"cmap": scale, "vmin": 0, "vmax": max(int(one.max()), 1)}
    page.imshow(one, extent=where, aspect="auto", interpolation="none", **look)
