"""The cover of the noise lesson: pure noise, and in it the digits that the networks answer."""

from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.font_manager import FontProperties
from matplotlib.path import Path
from matplotlib.textpath import TextPath
from matplotlib.transforms import Affine2D

from cnnviz.drawing.style import Canvas, Palette, canvas, sheet
from cnnviz.drawing.typeface import FAMILIES

WIDTH, HEIGHT = 480, 270
CELL = 7.5
MIDDLES = (130, 350)  # of the digits, across
HEAVY = FontProperties(family=FAMILIES[0], weight=700, size=100)
TALL = 0.74  # a digit's share of the height


def draw(noise_answer: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Fill the cover with the noise; it takes a network's colour where its answer stands."""
    noise = _filled(noise_answer["image"])
    figure = canvas(height=HEIGHT, width=WIDTH)
    page = sheet(figure)
    _cells(page, noise, paint.page, paint.paper, paint.faint, paint.muted)
    for middle, (network, answer) in zip(MIDDLES, noise_answer["answers"].items(), strict=True):
        inside = _inside(answer["digit"], middle)
        colour = paint.network(network)
        _cells(page, np.ma.masked_where(~inside, noise), paint.page, colour, colour)
    return figure


def _cells(page: Axes, noise: np.ndarray, *colours: str) -> None:
    scale = LinearSegmentedColormap.from_list("noise", colours)
    where = (0, WIDTH, HEIGHT, 0)
    page.imshow(noise, cmap=scale, vmin=0, vmax=1, extent=where, interpolation="none")


def _filled(image: np.ndarray) -> np.ndarray:
    """Repeat the image until it covers the drawing."""
    rows, columns = round(HEIGHT / CELL), round(WIDTH / CELL)
    return np.pad(image, ((0, rows - len(image)), (0, columns - len(image))), mode="wrap")


def _inside(digit: int, middle: float) -> np.ndarray:
    """Tell which cells lie in a digit that stands in the middle of the height."""
    glyph = TextPath((0, 0), str(digit), prop=HEAVY)
    box = glyph.get_extents()
    size = HEIGHT * TALL / box.height
    move = Affine2D().translate(-box.x0 - box.width / 2, -box.y0 - box.height / 2)
    outline = glyph.transformed(move.scale(size, -size).translate(middle, HEIGHT / 2))
    down, across = (np.arange(side / CELL) * CELL + CELL / 2 for side in (HEIGHT, WIDTH))
    cells = np.stack(np.meshgrid(across, down), axis=-1)
    rings = [Path(ring).contains_points(cells.reshape(-1, 2)) for ring in outline.to_polygons()]
    # A ring inside another is a hole.
    return np.logical_xor.reduce(rings).reshape(cells.shape[:2])
