"""The first filters of the network for parking spaces, in colour."""

from typing import Any

from cnnviz.drawing.colour_kernels import colour_kernels, height, told
from cnnviz.drawing.style import SMALL, Canvas, Palette, canvas, sheet

HEAD = 28


def draw(parking_kernels: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw every kernel, under a line that tells what the network learned from."""
    figure = canvas(height=round(HEAD + height(len(parking_kernels["kernels"]))))
    page = sheet(figure)
    colour = paint.second if parking_kernels["source"] == "drawn" else paint.muted
    text = words[parking_kernels["source"]]
    page.text(0, 9, text, color=colour, fontsize=SMALL, va="center_baseline")
    colour_kernels(page, parking_kernels, HEAD, paint)
    figure.tiles = [told("conv1", parking_kernels, HEAD)]
    return figure
