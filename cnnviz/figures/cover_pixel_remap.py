"""The cover of the pixel remap: a digit, and the way that each of its pixels takes to a new place."""

from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection, PolyCollection
from matplotlib.colors import to_rgb

from cnnviz.figures.style import Palette, canvas, sheet, svg, themed
from cnnviz.pipeline.outcome import Drawing

WIDTH, HEIGHT = 480, 270
DIGIT = 3
SIDE = 28  # pixels of the digit
CELL = 7.5  # px of the drawing for one of them
BEFORE, AFTER = (16, 30), (254, 30)  # top left corners of the two images
LIT = 0.1  # darker pixels are left out
SQUARE = np.array([(-1, -1), (1, -1), (1, 1), (-1, 1)]) * 0.46 * CELL


def draw(result: dict[str, Any], words: dict[str, str], theme: str) -> Drawing:
    """Draw the digit, its remapped pixels, and a thread from each old place to the new one."""
    old, new = _places(result["original"], result["remapped"])
    value = result["original"][DIGIT].ravel()[old]
    lit = value > LIT
    start, end = _centres(old[lit], BEFORE), _centres(new[lit], AFTER)
    with themed(theme) as paint:
        figure = canvas(height=HEIGHT, width=WIDTH)
        page = sheet(figure)
        _threads(page, start, end, value[lit], paint)
        _squares(page, start, value[lit], paint.cnn, paint)
        _squares(page, end, value[lit], paint.mlp, paint)
        return svg(figure)


def _places(original: np.ndarray, remapped: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Give each pixel's old and new place, told by its values in all ten images."""
    old, new = (np.lexsort(images.reshape(len(images), -1)) for images in (original, remapped))
    return old, new


def _centres(places: np.ndarray, corner: tuple[float, float]) -> np.ndarray:
    row, column = np.divmod(places, SIDE)
    return np.stack([column, row], axis=1) * CELL + corner + CELL / 2


def _squares(
    page: Axes, centres: np.ndarray, value: np.ndarray, colour: str, paint: Palette
) -> None:
    page.add_collection(
        PolyCollection(centres[:, None] + SQUARE, facecolors=_shades(colour, value), linewidths=0)
    )


def _threads(
    page: Axes, start: np.ndarray, end: np.ndarray, value: np.ndarray, paint: Palette
) -> None:
    time = np.linspace(0, 1, 24)
    across = start[:, None, 0] + (end - start)[:, None, 0] * time
    ease = time * time * (3 - 2 * time)
    down = start[:, None, 1] + (end - start)[:, None, 1] * ease
    ways = np.stack([across, down], axis=2)
    page.add_collection(
        LineCollection(list(ways), colors=_shades(paint.muted, value * 0.3), linewidths=0.6)
    )


def _shades(colour: str, value: np.ndarray) -> np.ndarray:
    return np.column_stack([np.tile(to_rgb(colour), (len(value), 1)), value])
