"""Parking spaces of both classes: as they are, and remapped."""

from cnnviz.drawing.heat import opened
from cnnviz.drawing.labels import say
from cnnviz.drawing.style import WIDTH, Canvas, Palette, Words, canvas, sheet
from cnnviz.lessons.pixel_remap.results import Spaces

CLASSES = ("empty", "occupied")
STATES = ("original", "remapped")
GAP = 8
TOP = 26  # for the classes' names


def draw(parking_images: Spaces, words: Words, paint: Palette) -> Canvas:
    """Draw a row of spaces for each state, the classes side by side."""
    count = len(parking_images["original"])
    side = (WIDTH - GAP * count) / count  # one gap more parts the classes
    step = side + 40
    figure = canvas(height=round(TOP + step * len(STATES) - 8))
    page = sheet(figure)
    places = [place * (side + GAP) + GAP * (place >= count / 2) for place in range(count)]
    for label, left in zip(CLASSES, (places[0], places[count // 2]), strict=True):
        say(page, left, 10, words[label], weight="bold")
    for row, state in enumerate(STATES):
        top = TOP + row * step
        say(page, 0, top + 10, words[state], paint.muted)
        for left, image in zip(places, parking_images[state], strict=True):
            where = (left, left + side, top + 26 + side, top + 26)
            page.imshow(opened(image), extent=where, aspect="auto", interpolation="none")
    return figure
