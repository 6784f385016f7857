"""The digits that most networks mistake: what they are, and what was answered."""

from cnnviz.drawing.labels import say
from cnnviz.drawing.pixels import tile
from cnnviz.drawing.style import SMALL, WIDTH, Canvas, Palette, Words, canvas, sheet
from cnnviz.drawing.tiles import places
from cnnviz.lessons.training.results import Mistakes

COLUMNS, GAP, NAME = 6, 14, 62


def draw(mistaken_digits: Mistakes, words: Words, paint: Palette) -> Canvas:
    """Draw the digits, under each its label, the answer, and how many networks were wrong."""
    rows, images = mistaken_digits["rows"], mistaken_digits["images"]
    side = (WIDTH - GAP * (COLUMNS - 1)) / COLUMNS
    figure = canvas(height=round(max(-(-len(rows) // COLUMNS), 1) * (side + NAME)))
    page = sheet(figure)
    corners = places(len(rows), COLUMNS, (side + GAP, side + NAME))
    for row, image, (left, top) in zip(rows, images, corners, strict=True):
        tile(page, image[0], left, top, side, paint)
        middle, below = left + side / 2, top + side
        say(page, middle - 14, below + 17, str(row["label"]), ha="right", weight="bold")
        say(page, middle, below + 17, "→", paint.muted, ha="center")
        say(page, middle + 14, below + 17, str(row["answer"]), paint.second, weight="bold")
        share = f"{row['runs']}/{mistaken_digits['networks']}"
        say(page, middle, below + 38, share, paint.muted, SMALL, ha="center")
    return figure
