"""A convolution as the matrix of a dense layer: mostly zeros, and the same few weights."""

from typing import Any

from matplotlib.colors import LinearSegmentedColormap

from cnnviz.drawing.cells import cells
from cnnviz.drawing.style import SMALL, Canvas, Palette, canvas, sheet

CELL = 21
LEFT, TOP = 34, 56


def draw(convolution_matrix: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw one row an output and one column a pixel, with the number of the weight between."""
    weights, size = convolution_matrix["weights"], convolution_matrix["size"]
    rows = len(weights)
    figure = canvas(height=TOP + rows * CELL + 4)
    page = sheet(figure)
    page.text(0, 10, words["columns"], color=paint.muted, va="center_baseline")
    shades = LinearSegmentedColormap.from_list("weights", [paint.accent, paint.second])
    most = weights.max()
    for line in range(size):
        left = LEFT + line * size * CELL
        name = words["line"].format(n=line + 1)
        how: dict[str, Any] = {"color": paint.muted, "fontsize": SMALL, "ha": "center"}
        page.text(left + size * CELL / 2, TOP - 16, name, va="center_baseline", **how)
        page.plot((left - 0.75,) * 2, (TOP - 8, TOP + rows * CELL), color=paint.muted, lw=0.8)
    fills = [[shades((w - 1) / (most - 1)) if w else paint.paper for w in row] for row in weights]
    texts = [[str(w) if w else "" for w in row] for row in weights]
    cells(page, texts, LEFT, TOP, CELL, paint, fills, color=paint.page, weight="bold")
    for row in range(rows):
        y = TOP + (row + 0.5) * CELL
        page.text(LEFT - 10, y, str(row + 1), ha="right", va="center_baseline", fontsize=SMALL)
    return figure
