"""All maps of all convolutions and poolings for one parking space."""

import numpy as np
from matplotlib.axes import Axes

from cnnviz.drawing.heat import opened, photo_tile
from cnnviz.drawing.labels import say
from cnnviz.drawing.numbers import number
from cnnviz.drawing.style import SMALL, Canvas, Palette, Words, canvas, sheet
from cnnviz.lessons.intermediate_activations.mosaic import SHADES, height, mosaic, unstacked
from cnnviz.lessons.intermediate_activations.parking_space import describe
from cnnviz.lessons.intermediate_activations.results import LayerMaps

SIDE, BESIDE = 104, 18  # px of the picture, and from it to what is beside it or below
HEAD, ROOM = 26, 14  # px above and below a layer's maps
KEY = (110, 12)  # px of the scale


def draw(layer_maps: LayerMaps, words: Words, paint: Palette) -> Canvas:
    """Draw the space, and below it each layer's maps on the layer's own scale."""
    layers = layer_maps["layers"]
    heights = [HEAD + height(layer["channels"]) + ROOM for layer in layers]
    figure = canvas(height=round(SIDE + BESIDE + sum(heights)), pictures="light")
    page = sheet(figure)
    photo_tile(page, opened(layer_maps["image"]), 0, 0, SIDE, SIDE)
    describe(page, layer_maps, SIDE + BESIDE, 12, words)
    _key(page, SIDE + BESIDE, 88, words, paint)
    top: float = SIDE + BESIDE
    grids = []
    for layer, down in zip(layers, heights, strict=True):
        name, largest = layer["layer"], layer["largest"]
        about = words["layer"].format(**layer | {"largest": number(largest, words, 2)})
        say(page, 0, top + 10, name, weight="bold")
        say(page, 62, top + 10, about, paint.muted, SMALL)
        maps = unstacked(layer_maps, name)
        grids.append(mosaic(page, name, maps, largest, top + HEAD, paint))
        top += down
    figure.tiles = grids
    return figure


def _key(page: Axes, left: float, y: float, words: Words, paint: Palette) -> None:
    across, down = KEY
    say(page, left, y, "0", paint.muted, SMALL)
    where = (left + 14, left + 14 + across, y + down / 2, y - down / 2)
    ramp = np.linspace(0, 255, 64)[None]
    page.imshow(ramp, extent=where, aspect="auto", cmap=paint.pixels, norm=SHADES)
    say(page, left + across + 22, y, words["largest"], paint.muted, SMALL)
