"""One digit on its way through a CNN, layer by layer, and both networks' answers."""

from cnnviz.drawing.digit_bars import digit_bars
from cnnviz.drawing.labels import heading, say
from cnnviz.drawing.numbers import number
from cnnviz.drawing.pixels import tile
from cnnviz.drawing.style import SMALL, WIDTH, Canvas, Palette, Words, canvas, panel, sheet
from cnnviz.drawing.tiles import places
from cnnviz.lessons.lab.results import Still

IMAGE = 112
HEAD, ROOM = 24, 12  # px above and below a layer's maps
COLUMNS, TILE = 8, 46
STEP = TILE + 4
LEFT = WIDTH - COLUMNS * STEP + 4  # of the maps
CHART = 230


def draw(lab_still: Still, words: Words, paint: Palette) -> Canvas:
    """Draw the digit at the left, its maps beside it from layer to layer, the answers below."""
    layers = {layer: lab_still[layer] for layer in lab_still["layers"]}
    heights = [HEAD + -(-len(maps) // COLUMNS) * STEP + ROOM for maps in layers.values()]
    high = sum(heights)
    figure = canvas(height=high + HEAD + CHART + 40)
    page = sheet(figure)
    say(page, 0, 10, words["image"], weight="bold")
    tile(page, lab_still["image"], 0, HEAD, IMAGE, paint)
    top = 0
    for (layer, maps), height in zip(layers.items(), heights, strict=True):
        say(page, LEFT, top + 10, words[layer], weight="bold")
        largest = max(float(maps.max()), 1e-12)  # a layer has one scale
        corners = places(len(maps), COLUMNS, (STEP, STEP), (LEFT, top + HEAD))
        for one, (x, y) in zip(maps, corners, strict=True):
            tile(page, one / largest, x, y, TILE, paint)
        top += height
    for place, (network, chances) in enumerate(lab_still["answers"].items()):
        left = place * WIDTH / 2
        heading(page, left, high + 22, network, words, paint)
        bits = words["entropy"].format(number(lab_still["entropy"][network], words, 2))
        say(page, left + 68, high + 22, bits, paint.muted, SMALL)
        axes = panel(figure, left + 18, high + HEAD + 16, WIDTH / 2 - 40, CHART)
        digit_bars(axes, chances, 0.35, paint.network(network), words, paint)
    return figure
