"""The cover of the lesson on activations: a parking space, and maps of it from layer to layer."""

import numpy as np
from matplotlib.colors import LinearSegmentedColormap

from cnnviz.drawing.heat import opened, photo_tile
from cnnviz.drawing.style import Canvas, Look, Palette, Words, canvas, sheet
from cnnviz.lessons.intermediate_activations.mosaic import unstacked
from cnnviz.lessons.intermediate_activations.results import LayerMaps

WIDTH, HEIGHT = 480, 270
EDGE, GAP, BETWEEN = 16, 6, 11
IMAGE = 136
STAGES = ((2, 112), (3, 72), (4, 52), (6, 32))  # maps under one another, and their side in px


def draw(layer_maps: LayerMaps, words: Words, paint: Palette) -> Canvas:
    """Draw the space, and for each stage a column of its liveliest maps, ever smaller."""
    layers = [layer["layer"] for layer in layer_maps["layers"]]
    chosen = layers[:: max(1, len(layers) // len(STAGES))]
    figure = canvas(height=HEIGHT, width=WIDTH, pictures="light")
    page = sheet(figure)
    photo_tile(page, opened(layer_maps["image"]), EDGE, (HEIGHT - IMAGE) / 2, IMAGE, IMAGE)
    left: float = EDGE + IMAGE + BETWEEN
    colours = (paint.ink, paint.cnn, paint.accent, paint.second)
    for layer, (count, side), colour in zip(chosen, STAGES, colours, strict=False):
        top = (HEIGHT - count * side - (count - 1) * GAP) / 2
        scale = LinearSegmentedColormap.from_list("stage", [paint.paper, colour])
        for at, one in enumerate(_liveliest(unstacked(layer_maps, layer), count)):
            above = top + at * (side + GAP)
            where = (left, left + side, above + side, above)
            look: Look = {"cmap": scale, "vmin": 0, "vmax": max(int(one.max()), 1)}
            page.imshow(one, extent=where, aspect="auto", interpolation="none", **look)
        left += side + BETWEEN
    return figure


def _liveliest(maps: np.ndarray, count: int) -> np.ndarray:
    """Choose the maps whose values differ most."""
    spread = maps.reshape(len(maps), -1).std(axis=1)
    return maps[np.argsort(-spread, kind="stable")[:count]]
