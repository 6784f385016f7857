"""Real digits, and what the two hand-made edge detectors make of them."""

from cnnviz.drawing.labels import say
from cnnviz.drawing.pixels import tile
from cnnviz.drawing.signed import signed_key, signed_tile
from cnnviz.drawing.style import WIDTH, Canvas, Palette, Words, canvas, sheet
from cnnviz.lessons.convolution.results import DigitEdges

GAP, NAME = 12, 36  # px between digits, and for a row's name above it


def draw(edges_digits: DigitEdges, words: Words, paint: Palette) -> Canvas:
    """Draw a column for each digit: as it is, its upright edges, its lying edges."""
    rows = {name: edges_digits[name] for name in ("images", "vertical", "horizontal")}
    reach = max(abs(rows[name]).max() for name in ("vertical", "horizontal"))
    count = len(rows["images"])
    side = (WIDTH - GAP * (count - 1)) / count
    foot = len(rows) * (side + NAME)
    figure = canvas(height=round(foot + 30))
    page = sheet(figure)
    for row, (name, pictures) in enumerate(rows.items()):
        top = row * (side + NAME)
        say(page, 0, top + 12, words[name])
        for column, image in enumerate(pictures):
            place = (column * (side + GAP), top + 26, side)
            if name == "images":
                tile(page, image, *place, paint)
            else:
                signed_tile(page, image, *place, reach, paint)
    signed_key(page, 0, foot + 10, reach, words, paint)
    return figure
