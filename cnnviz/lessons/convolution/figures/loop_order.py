"""Which weight meets which pixel: cross-correlation reads on, convolution reads backwards."""

from typing import Any

from matplotlib.colors import LinearSegmentedColormap

from cnnviz.drawing.cells import cells
from cnnviz.drawing.style import SMALL, WIDTH, Canvas, Palette, canvas, sheet

CELL = 53
TOP = 30


def draw(loop_order: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw the kernel's weights in their order, and the weight over each pixel both ways."""
    side = len(loop_order["correlation"])
    reading = [[row * side + column + 1 for column in range(side)] for row in range(side)]
    panels = {"kernel": reading, **loop_order}
    step = (WIDTH - side * CELL) / (len(panels) - 1)
    tints = LinearSegmentedColormap.from_list("order", [paint.paper, paint.faint, paint.accent])
    figure = canvas(height=TOP + side * CELL + 30)
    page = sheet(figure)
    for at, (name, order) in enumerate(panels.items()):
        left = at * step
        page.text(left, 10, words[name], va="center_baseline")
        fills = [[tints(0.75 * number / side**2) for number in row] for row in order]
        texts = [[str(number) for number in row] for row in order]
        cells(page, texts, left, TOP, CELL, paint, fills, fontsize=20)
        note: dict[str, Any] = {
            "color": paint.muted,
            "fontsize": SMALL,
            "va": "center_baseline",
        }
        page.text(left, TOP + side * CELL + 16, words[f"{name}_note"], **note)
    return figure
