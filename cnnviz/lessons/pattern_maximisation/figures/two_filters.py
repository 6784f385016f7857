"""Two filters' pictures before the ReLU, behind it, and after pooling."""

from cnnviz.drawing.labels import say
from cnnviz.drawing.style import WIDTH, Canvas, Palette, Words, canvas, sheet
from cnnviz.lessons.pattern_maximisation.pattern_tiles import pattern_tile
from cnnviz.lessons.pattern_maximisation.results import TwoFilters

LABEL, GAP, HEAD = 84, 14, 28


def draw(two_filters: TwoFilters, words: Words, paint: Palette) -> Canvas:
    """Draw a row for each filter and a column for each layer."""
    layers, units = two_filters["layers"], two_filters["units"]
    side = (WIDTH - LABEL - GAP * (len(layers) - 1)) / len(layers)
    lefts = {layer: LABEL + at * (side + GAP) for at, layer in enumerate(layers)}
    tops = {unit: HEAD + at * (side + GAP) for at, unit in enumerate(units)}
    figure = canvas(height=round(HEAD + len(units) * (side + GAP) - GAP), pictures="smooth")
    page = sheet(figure)
    for layer, left in lefts.items():
        say(page, left, 10, words[layer], weight="bold")
    for unit, top in tops.items():
        say(page, 0, top + side / 2, words["filter"].format(n=unit), va="center")
    for row in two_filters["rows"]:
        place = lefts[row["layer"]], tops[row["unit"]]
        pattern_tile(page, row["picture"], row["silent"], place, side, paint)
    return figure
