"""What augmentation makes of a digit: the original, and random variations of it."""

from cnnviz.drawing.labels import write
from cnnviz.drawing.pixels import tile
from cnnviz.drawing.style import WIDTH, Canvas, Palette, Words, canvas, sheet
from cnnviz.lessons.training.results import Variations

TOP, GAP, APART = 28, 8, 26


def draw(augmented_digits: Variations, words: Words, paint: Palette) -> Canvas:
    """Draw a row for each digit: the original on the left, its variations on the right."""
    originals, changed = augmented_digits["originals"], augmented_digits["changed"]
    count = changed.shape[1]
    side = (WIDTH - APART - GAP * (count - 1)) / (count + 1)
    figure = canvas(height=round(TOP + len(originals) * (side + GAP) - GAP))
    page = sheet(figure)
    write(figure, 0, 10, words["original"], color=paint.muted)
    write(figure, WIDTH, 10, words["changed"], color=paint.muted, ha="right")
    for row, (original, variations) in enumerate(zip(originals, changed, strict=True)):
        top = TOP + row * (side + GAP)
        tile(page, original, 0, top, side, paint)
        for place, image in enumerate(variations):
            tile(page, image, side + APART + place * (side + GAP), top, side, paint)
    return figure
