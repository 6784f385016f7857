"""Images as crisp pixels."""

from typing import Any

import numpy as np
from matplotlib.axes import Axes

from cnnviz.drawing.style import Palette


def tile(
    sheet: Axes, image: np.ndarray, left: float, top: float, side: float, paint: Palette
) -> None:
    """Put an image of values from 0 to 1 at a place, of a size, in CSS pixels."""
    where = (left, left + side, top + side, top)
    scale: dict[str, Any] = {"cmap": paint.pixels, "vmin": 0, "vmax": 1}
    sheet.imshow(image, extent=where, aspect="auto", interpolation="none", **scale)
