"""Two filters' pictures before the ReLU, behind it, and after pooling."""

from typing import Any

from cnnviz.drawing.heat import stand_in
from cnnviz.drawing.pattern_tiles import pattern_tile
from cnnviz.drawing.style import WIDTH, Canvas, Palette, canvas, sheet

LABEL, GAP, HEAD, FOOT = 84, 14, 28, 36


def draw(two_filters: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw a row for each filter and a column for each layer."""
    layers, units = two_filters["layers"], two_filters["units"]
    side = (WIDTH - LABEL - GAP * (len(layers) - 1)) / len(layers)
    found = {(row["layer"], row["unit"]): row for row in two_filters["rows"]}
    foot = FOOT if two_filters["stand_in"] else 0
    figure = canvas(height=round(HEAD + len(units) * (side + GAP) - GAP + foot), pictures="smooth")
    page = sheet(figure)
    for column, layer in enumerate(layers):
        left = LABEL + column * (side + GAP)
        page.text(left, 10, words[layer], va="center_baseline", weight="bold")
        for line, unit in enumerate(units):
            top = HEAD + line * (side + GAP)
            if not column:
                page.text(0, top + side / 2, words["filter"].format(n=unit), va="center")
            row = found[layer, unit]
            pattern_tile(page, row["picture"], row["silent"], left, top, side, paint)
    if foot:
        stand_in(page, WIDTH - 4, HEAD + len(units) * (side + GAP) + 8, words, paint)
    return figure
