"""First filters, the Sobel filter in each, and the Gabor patch that fits each best."""

from typing import Any

import numpy as np

from cnnviz.drawing.numbers import percent
from cnnviz.drawing.signed import signed_scale, signed_tile
from cnnviz.drawing.style import SMALL, WIDTH, Canvas, Palette, canvas, sheet

HEAD, SHARE, GAP = 26, 26, 10


def draw(kernel_fits: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw a row of each, all on one scale, with the shares that they explain."""
    kernels = kernel_fits["kernels"]
    columns = len(kernels)
    side = (WIDTH - GAP * (columns - 1)) / columns
    step = HEAD + side + SHARE
    reach = float(np.abs(kernels).max())
    rows: tuple[tuple[str, list[float]], ...] = (
        ("kernels", []),
        ("sobel", kernel_fits["edge"]),
        ("gabor", kernel_fits["explained"]),
    )
    figure = canvas(height=round(3 * step + 4))
    page = sheet(figure)
    for row, (what, shares) in enumerate(rows):
        top = row * step - (SHARE - 8 if row else 0)
        page.text(0, top + 10, words[what], va="center_baseline")
        for column, one in enumerate(kernel_fits[what]):
            left = column * (side + GAP)
            signed_tile(page, one, left, top + HEAD, side, reach, paint)
            if shares:
                how: dict[str, Any] = {"ha": "center", "va": "center_baseline"}
                text = percent(shares[column], words)
                y = top + HEAD + side + 13
                page.text(left + side / 2, y, text, fontsize=SMALL, color=paint.muted, **how)
    signed_scale(page, WIDTH, 10, paint)
    return figure
