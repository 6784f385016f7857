"""Heat maps laid over pictures, and their scale."""

from collections.abc import Iterable

import numpy as np
from matplotlib import colormaps
from matplotlib.axes import Axes
from numpy.typing import ArrayLike
from PIL import Image

from cnnviz.drawing.heat import opened, photo_tile
from cnnviz.drawing.labels import say
from cnnviz.drawing.style import SMALL, Palette, Words

Pair = tuple[float, float]  # across and down, in CSS pixels

HEAT = colormaps["inferno"]
MOST = 0.8  # of the photograph that the heat covers where it is strongest
BAR = (150, 10)  # px of the scale, across and down


def over(picture: np.ndarray, heat: ArrayLike) -> np.ndarray:
    """Lay a map in shares of its maximum, enlarged, over a picture that loses its colours."""
    height, width = picture.shape[:2]
    small = Image.fromarray(np.asarray(heat, dtype=np.float32))
    share = np.asarray(small.resize((width, height), Image.Resampling.BILINEAR)).clip(0, 1)
    cover = MOST * np.sqrt(share)[..., None]
    grey = picture.mean(axis=2, keepdims=True) if picture.ndim == 3 else picture[..., None]
    return grey * (1 - cover) + HEAT(share)[..., :3] * cover


def heat_tile(
    page: Axes, picture: np.ndarray, heat: ArrayLike, left: float, top: float, side: float
) -> None:
    """Put a picture with heat over it at a place, of a size, in CSS pixels."""
    photo_tile(page, over(picture, heat), left, top, side, side)


def heat_tiles(
    page: Axes, picture: str, maps: Iterable[ArrayLike], place: Pair, step: Pair, side: float
) -> None:
    """Put a picture at a place, and from there, a step apart, the same under each of its maps."""
    (left, top), pixels = place, opened(picture)
    photo_tile(page, pixels, left, top, side, side)
    for at, heat in enumerate(maps, start=1):
        heat_tile(page, pixels, heat, left + at * step[0], top + at * step[1], side)


def heat_scale(page: Axes, middle: float, words: Words, paint: Palette) -> None:
    """Draw the scale: a bar from nothing to the strongest place of each map, with its words."""
    across, down = BAR
    scale = f"{words['none']} → {words['most']}"
    say(page, across + 8, middle, scale, paint.muted, SMALL)
    where = (0, across, middle + down / 2, middle - down / 2)
    ramp = (HEAT(np.linspace(0, 1, 128))[None, :, :3] * 255).round().astype(np.uint8)
    page.imshow(ramp, extent=where, aspect="auto")
