"""The cover of the noise lesson: pure noise, and in it the digits that the networks answer."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.font_manager import FontProperties
from matplotlib.image import AxesImage
from matplotlib.path import Path
from matplotlib.textpath import TextPath
from matplotlib.transforms import Affine2D

from cnnviz.drawing.style import Canvas, Palette, Words, canvas, sheet
from cnnviz.drawing.typeface import FAMILIES
from cnnviz.lessons.noise.results import OneImage

WIDTH, HEIGHT = 480, 270
ROWS, COLUMNS = 36, 64  # of noise: twice as many as an image has, and more
MIDDLES = (130, 350)  # of the digits, across
HEAVY = FontProperties(family=FAMILIES[0], weight=700, size=100)
TALL = 0.74  # a digit's share of the height


def draw(noise_answer: OneImage, words: Words, paint: Palette) -> Canvas:
    """Fill the cover with the noise; it takes a network's colour where its answer stands."""
    noise = np.tile(noise_answer["image"], (2, 3))[:ROWS, :COLUMNS]
    figure = canvas(height=HEIGHT, width=WIDTH)
    page = sheet(figure)
    _cells(page, noise, paint.page, paint.paper, paint.faint, paint.muted)
    for middle, (network, answer) in zip(MIDDLES, noise_answer["answers"].items(), strict=True):
        colour = paint.network(network)
        coloured = _cells(page, noise, paint.page, colour, colour)
        coloured.set_clip_path(_outline(answer["digit"], middle), page.transData)
    return figure


def _cells(page: Axes, noise: np.ndarray, *colours: str) -> AxesImage:
    scale = LinearSegmentedColormap.from_list("noise", colours)
    where = (0, WIDTH, HEIGHT, 0)
    return page.imshow(noise, cmap=scale, vmin=0, vmax=1, extent=where, interpolation="none")


def _outline(digit: int, middle: float) -> Path:
    """Give the outline of a digit that stands in the middle of the height."""
    glyph = TextPath((0, 0), str(digit), prop=HEAVY)
    box = glyph.get_extents()
    size = HEIGHT * TALL / box.height
    move = Affine2D().translate(-box.x0 - box.width / 2, -box.y0 - box.height / 2)
    return glyph.transformed(move.scale(size, -size).translate(middle, HEIGHT / 2))
