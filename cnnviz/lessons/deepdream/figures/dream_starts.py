"""Pictures before and after a dream: photographs, and grey noise."""

from cnnviz.drawing.heat import opened, photo_tile
from cnnviz.drawing.labels import say
from cnnviz.drawing.style import WIDTH, Canvas, Palette, Words, canvas, sheet
from cnnviz.lessons.deepdream.results import DreamStarts

GAP, HEAD = 10, 28
ACROSS = (WIDTH - GAP) / 2


def draw(dream_starts: DreamStarts, words: Words, paint: Palette) -> Canvas:
    """Draw a row for each picture: as it was, and as it was dreamt."""
    rows = dream_starts["rows"][1:]  # the first photograph is shown with all its stages elsewhere
    height, width = opened(rows[0]["original"]).shape[:2]
    down = ACROSS * height / width
    figure = canvas(height=round(HEAD + len(rows) * (down + GAP) - GAP), pictures="smooth")
    page = sheet(figure)
    for left, when in ((0, "original"), (ACROSS + GAP, "picture")):
        say(page, left, 10, words[when], weight="bold")
        for line, row in enumerate(rows):
            top = HEAD + line * (down + GAP)
            photo_tile(page, opened(row[when]), left, top, ACROSS, down)
    return figure
