"""The cover of the pixel remap: a digit, and the way of each of its pixels to a new place."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import PathCollection, PolyCollection
from matplotlib.colors import to_rgb
from matplotlib.path import Path

from cnnviz.drawing.style import Canvas, Palette, Words, canvas, sheet
from cnnviz.lessons.pixel_remap.results import Remapped

WIDTH, HEIGHT = 480, 270
DIGIT = 3
SIDE = 28  # pixels of the digit
CELL = 7.8  # px of the drawing for one of them
BEFORE, AFTER = (-8, 26), (252, 26)  # top left corners of the images
LIT = 0.1  # darker pixels are left out
THREAD = 0.35  # a thread's opacity beside its pixel's
SQUARE = np.array([(-1, -1), (1, -1), (1, 1), (-1, 1)]) * 0.46 * CELL


def draw(remap_images: Remapped, words: Words, paint: Palette) -> Canvas:
    """Draw the digit, its remapped pixels, and a thread from each old place to the new one."""
    old, new = _places(remap_images["original"], remap_images["remapped"])
    value = remap_images["original"][DIGIT].ravel()[old]
    lit = value > LIT
    start, end = _centres(old[lit], BEFORE), _centres(new[lit], AFTER)
    figure = canvas(height=HEIGHT, width=WIDTH)
    page = sheet(figure)
    _threads(page, start, end, _shades(paint.muted, THREAD * value[lit]))
    _squares(page, start, value[lit], paint.accent)
    _squares(page, end, value[lit], paint.second)
    return figure


def _places(original: np.ndarray, remapped: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Give each pixel's old and new place, told by its values in all ten images."""
    old, new = (np.lexsort(images.reshape(len(images), -1)) for images in (original, remapped))
    return old, new


def _centres(places: np.ndarray, corner: tuple[float, float]) -> np.ndarray:
    row, column = np.divmod(places, SIDE)
    return np.stack([column, row], axis=1) * CELL + corner + CELL / 2


def _squares(page: Axes, centres: np.ndarray, value: np.ndarray, colour: str) -> None:
    shades = _shades(colour, value)
    page.add_collection(
        PolyCollection(list(centres[:, None] + SQUARE), facecolors=shades, linewidths=0)
    )


def _threads(page: Axes, start: np.ndarray, end: np.ndarray, shades: np.ndarray) -> None:
    """Draw curves that leave and arrive level."""
    middle = (start[:, 0] + end[:, 0]) / 2
    leave, arrive = (np.column_stack([middle, points[:, 1]]) for points in (start, end))
    codes = [Path.MOVETO, *[Path.CURVE4] * 3]
    ways = [Path(points, codes) for points in np.stack([start, leave, arrive, end], axis=1)]
    page.add_collection(PathCollection(ways, facecolors="none", edgecolors=shades, linewidths=0.7))


def _shades(colour: str, value: np.ndarray) -> np.ndarray:
    return np.column_stack([np.tile(to_rgb(colour), (len(value), 1)), value])
