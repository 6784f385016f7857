"""What one unit sees through three small convolutions, layer by layer back to the image."""

from cnnviz.drawing.cells import cells, frame
from cnnviz.drawing.labels import say
from cnnviz.drawing.style import SMALL, WIDTH, Canvas, Palette, Words, canvas, sheet
from cnnviz.lessons.convolution.results import Field

CELL, TOP = 15, 30


def draw(field_of_one_unit: Field, words: Words, paint: Palette) -> Canvas:
    """Draw the image and each layer's map, with the part that the last unit sees."""
    stages = field_of_one_unit["stages"]
    gap = (WIDTH - CELL * sum(stage["size"] for stage in stages)) / (len(stages) - 1)
    tallest = CELL * stages[0]["size"]
    figure = canvas(height=TOP + tallest + 34)
    page = sheet(figure)
    left = 0.0
    for at, stage in enumerate(stages):
        size, (top, start, bottom, end) = stage["size"], stage["box"]
        say(page, left, 10, words["layer"].format(n=at) if at else words["image"])
        colours = [[paint.paper] * size for _ in range(size)]
        for row in colours[top:bottom]:
            row[start:end] = [paint.accent] * (end - start)
        y = TOP + (tallest - size * CELL) / 2
        cells(page, colours, left, y, CELL, paint, text=lambda _: "", fill=str)
        wide = (end - start) * CELL
        frame(page, left + start * CELL, y + top * CELL, wide, wide, paint.ink, 2)
        seen, middle = words["size"].format(n=end - start), left + size * CELL / 2
        say(page, middle, TOP + tallest + 18, seen, paint.muted, SMALL, ha="center", va="center")
        left += size * CELL + gap
    return figure
