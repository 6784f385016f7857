"""All maps of all convolutions and poolings for one parking space."""

from typing import Any

import numpy as np
from matplotlib.axes import Axes

from cnnviz.drawing import mosaic
from cnnviz.drawing.heat import opened, photo_tile
from cnnviz.drawing.numbers import number
from cnnviz.drawing.parking_space import told
from cnnviz.drawing.style import SMALL, WIDTH, Canvas, Palette, canvas, sheet

SIDE = 104  # px of the picture
FEW, MANY = 16, 32  # columns: more of them where there are more than 64 maps
HEAD, ROOM = 26, 14  # px above and below a layer's maps
KEY = (110, 12)  # px of the scale


def draw(layer_maps: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw the space, and below it each layer's maps on the layer's own scale."""
    layers = layer_maps["layers"]
    columns = [FEW if layer["channels"] <= 64 else MANY for layer in layers]
    rows = [-(-layer["channels"] // each) for layer, each in zip(layers, columns, strict=True)]
    maps = sum(row * (WIDTH - 30) / each for row, each in zip(rows, columns, strict=True))
    figure = canvas(height=round(SIDE + 18 + maps + len(layers) * (HEAD + ROOM)), pictures="light")
    page = sheet(figure)
    photo_tile(page, opened(layer_maps["image"]), 0, 0, SIDE, SIDE)
    told(page, layer_maps, SIDE + 18, 12, words, paint)
    _key(page, SIDE + 18, 88, words, paint)
    top: float = SIDE + 18
    grids = []
    for layer, each in zip(layers, columns, strict=True):
        name, place = layer["layer"], (top + HEAD, WIDTH, each)
        _heading(page, layer, top + 10, words, paint)
        shown = mosaic.unstacked(layer_maps["maps"][name], layer["side"])
        grids.append(mosaic.told(name, shown, layer["largest"], *place))
        top += HEAD + mosaic.mosaic(page, shown, *place, paint) + ROOM
    figure.tiles = grids
    return figure


def _heading(page: Axes, layer: dict[str, Any], y: float, words: dict, paint: Palette) -> None:
    page.text(0, y, layer["layer"], weight="bold", va="center_baseline")
    text = words["layer"].format(
        channels=layer["channels"],
        side=layer["side"],
        largest=number(layer["largest"], words, 2),
        blank=layer["blank"],
    )
    page.text(62, y, text, va="center_baseline", fontsize=SMALL, color=paint.muted)


def _key(page: Axes, left: float, y: float, words: dict, paint: Palette) -> None:
    across, down = KEY
    how: dict[str, Any] = {"va": "center_baseline", "fontsize": SMALL, "color": paint.muted}
    page.text(left, y, "0", **how)
    where = (left + 14, left + 14 + across, y + down / 2, y - down / 2)
    ramp = np.linspace(0, 255, 64)[None]
    page.imshow(ramp, extent=where, aspect="auto", cmap=paint.pixels, norm=mosaic.SHADES)
    page.text(left + across + 22, y, words["largest"], **how)
