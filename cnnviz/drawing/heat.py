"""Photographs at their places."""

from base64 import b64decode
from io import BytesIO
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from PIL import Image

from cnnviz.drawing.style import SMALL, Palette


def opened(uri: str) -> np.ndarray:
    """Give a data URI's pixels from 0 to 1: (row, column, colour), or for grey (row, column)."""
    _, _, data = uri.partition(",")
    with Image.open(BytesIO(b64decode(data))) as image:
        return np.asarray(image, dtype=float) / 255


def photo_tile(
    sheet: Axes, picture: np.ndarray, left: float, top: float, width: float, height: float
) -> None:
    """Put a picture in colour, or a grey one, at a place, of a size, in CSS pixels."""
    where = (left, left + width, top + height, top)
    shown = picture if picture.ndim == 3 else np.repeat(picture[..., None], 3, axis=2)
    pixels = (shown.clip(0, 1) * 255).round().astype(np.uint8)
    sheet.imshow(pixels, extent=where, aspect="auto", interpolation="none")


def stand_in(sheet: Axes, x: float, y: float, words: dict[str, str], paint: Palette) -> None:
    """Say on the figure, ending at a place, that its pictures are drawn."""
    box = {"boxstyle": "round,pad=0.3", "facecolor": "none", "edgecolor": paint.second}
    how: dict[str, Any] = {"color": paint.second, "fontsize": SMALL, "ha": "right", "va": "center"}
    sheet.text(x, y, words["stand_in"], bbox=box, **how)
