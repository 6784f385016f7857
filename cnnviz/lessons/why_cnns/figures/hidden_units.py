"""The weights of an MLP's hidden units, each as a picture."""

from cnnviz.drawing.signed import signed_scale, signed_tile
from cnnviz.drawing.style import WIDTH, Canvas, Palette, Words, canvas, sheet
from cnnviz.drawing.tiles import places
from cnnviz.lessons.why_cnns.results import HiddenUnits

COLUMNS, GAP = 6, 10
STEP = (WIDTH + GAP) / COLUMNS


def draw(hidden_units: HiddenUnits, words: Words, paint: Palette) -> Canvas:
    """Draw one tile a unit, all on one scale."""
    weights = hidden_units["weights"]
    height = -(-len(weights) // COLUMNS) * STEP
    reach = float(abs(weights).max()) or 1.0
    figure = canvas(height=round(height + 26))
    page = sheet(figure)
    for unit, (left, top) in zip(weights, places(len(weights), COLUMNS, (STEP, STEP)), strict=True):
        signed_tile(page, unit, left, top, STEP - GAP, reach, paint)
    signed_scale(page, WIDTH, height + 12, paint)
    return figure
