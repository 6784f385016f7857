"""How much of a digit one unit of each layer of LeNet-5 sees."""

from typing import Any

from matplotlib.patches import Rectangle

from cnnviz.drawing.pixels import tile
from cnnviz.drawing.style import WIDTH, Canvas, Palette, canvas, sheet

SIDE, GAP, NAME = 132, 10.6, 34  # px: a picture, between pictures, and a line of text below


def draw(lenet5_fields: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw the digit once for each layer, and on it the square that a unit near its middle sees."""
    image, layers = lenet5_fields["image"], lenet5_fields["layers"]
    pixel = SIDE / len(image)
    figure = canvas(height=SIDE + 2 * NAME)
    page = sheet(figure)
    gap = (WIDTH - SIDE * len(layers)) / (len(layers) - 1)
    for place, layer in enumerate(layers):
        left = place * (SIDE + gap)
        tile(page, image, left, 0, SIDE, paint)
        size = layer["field"]
        corner = (len(image) - size) // 2 * pixel
        square = (left + corner, corner), size * pixel, size * pixel
        page.add_patch(Rectangle(*square, fill=False, ec=paint.page, lw=5.5))
        page.add_patch(Rectangle(*square, fill=False, ec=paint.cnn, lw=3))
        middle = left + SIDE / 2
        name: dict[str, Any] = {"ha": "center", "va": "center_baseline"}
        page.text(middle, SIDE + 18, layer["name"], weight="bold", **name)
        page.text(middle, SIDE + 42, f"{size}×{size} px", color=paint.muted, **name)
    return figure
