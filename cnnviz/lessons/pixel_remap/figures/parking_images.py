"""Parking spaces of both classes: as they are, and remapped."""

from typing import Any

from cnnviz.drawing.heat import opened
from cnnviz.drawing.labels import write
from cnnviz.drawing.style import WIDTH, Canvas, Palette, canvas, sheet

ROWS = ("original", "remapped")
CLASSES = ("empty", "occupied")
GAP = 8
TOP = 26  # for the classes' names


def draw(parking_images: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw a row of spaces for each state, the classes side by side."""
    count = len(parking_images["original"])
    side = (WIDTH - GAP * count) / count  # one gap more parts the classes
    step = side + 40
    note = words["stand_in"] if parking_images["stand_in"] else ""
    height = TOP + step * len(ROWS) - 8 + (24 if note else 0)
    figure = canvas(height=round(height))
    page = sheet(figure)
    places = [place * (side + GAP) + GAP * (place >= count / 2) for place in range(count)]
    for label, left in zip(CLASSES, (places[0], places[count // 2]), strict=True):
        page.text(left, 10, words[label], va="center_baseline", weight="bold")
    for row, state in enumerate(ROWS):
        top = TOP + row * step
        page.text(0, top + 10, words[state], va="center_baseline", color=paint.muted)
        for left, image in zip(places, parking_images[state], strict=True):
            where = (left, left + side, top + 26 + side, top + 26)
            page.imshow(opened(image), extent=where, aspect="auto", interpolation="none")
    if note:
        write(figure, 0, height - 10, note, color=paint.muted)
    return figure
