"""Photographs, and heat maps laid over them."""

from base64 import b64decode
from io import BytesIO
from typing import Any

import numpy as np
from matplotlib import colormaps
from matplotlib.axes import Axes
from PIL import Image

from cnnviz.drawing.style import SMALL, Palette

HEAT = colormaps["inferno"]
MOST = 0.8  # of the photograph that the heat covers where it is strongest
BAR = (150, 10)  # px of the scale, across and down


def opened(uri: str) -> np.ndarray:
    """Give a data URI's pixels from 0 to 1: (row, column, colour), or for grey (row, column)."""
    _, _, data = uri.partition(",")
    with Image.open(BytesIO(b64decode(data))) as image:
        return np.asarray(image, dtype=float) / 255


def over(picture: np.ndarray, heat: np.ndarray) -> np.ndarray:
    """Lay a map in shares of its maximum, enlarged, over a picture that loses its colours."""
    height, width = picture.shape[:2]
    small = Image.fromarray(np.asarray(heat, dtype=np.float32))
    share = np.asarray(small.resize((width, height), Image.Resampling.BILINEAR)).clip(0, 1)
    cover = MOST * np.sqrt(share)[..., None]
    grey = picture.mean(axis=2, keepdims=True) if picture.ndim == 3 else picture[..., None]
    return grey * (1 - cover) + HEAT(share)[..., :3] * cover


def photo_tile(
    sheet: Axes, picture: np.ndarray, left: float, top: float, width: float, height: float
) -> None:
    """Put a picture in colour, or a grey one, at a place, of a size, in CSS pixels."""
    where = (left, left + width, top + height, top)
    shown = picture if picture.ndim == 3 else np.repeat(picture[..., None], 3, axis=2)
    pixels = (shown.clip(0, 1) * 255).round().astype(np.uint8)
    sheet.imshow(pixels, extent=where, aspect="auto", interpolation="none")


def heat_scale(
    sheet: Axes, left: float, middle: float, words: dict[str, str], paint: Palette
) -> None:
    """Draw the scale: a bar from nothing to the strongest place of each map, with its words."""
    across, down = BAR
    none, most = words["none"], words["most"]
    small: dict[str, Any] = {"color": paint.muted, "fontsize": SMALL, "va": "center_baseline"}
    sheet.text(left + across + 8, middle, f"{none} → {most}", **small)
    where = (left, left + across, middle + down / 2, middle - down / 2)
    ramp = (HEAT(np.linspace(0, 1, 128))[None, :, :3] * 255).round().astype(np.uint8)
    sheet.imshow(ramp, extent=where, aspect="auto")


def stand_in(sheet: Axes, x: float, y: float, words: dict[str, str], paint: Palette) -> None:
    """Say on the figure, ending at a place, that its pictures are drawn."""
    box = {"boxstyle": "round,pad=0.3", "facecolor": "none", "edgecolor": paint.second}
    how: dict[str, Any] = {"color": paint.second, "fontsize": SMALL, "ha": "right", "va": "center"}
    sheet.text(x, y, words["stand_in"], bbox=box, **how)
