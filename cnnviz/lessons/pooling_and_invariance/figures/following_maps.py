"""Feature maps of a digit and of the shifted digit, and what they differ in besides the shift."""

from cnnviz.drawing.labels import say
from cnnviz.drawing.pixels import tile
from cnnviz.drawing.style import SMALL, WIDTH, Canvas, Palette, Words, canvas, sheet
from cnnviz.lessons.pooling_and_invariance.results import FollowingMaps

SIDE, ROW, HEAD = 142, 180, 70
COLUMNS = {"digit": 0, "shifted": (WIDTH - SIDE) / 2, "left": WIDTH - SIDE}


def draw(following_maps: FollowingMaps, words: Words, paint: Palette) -> Canvas:
    """Draw a row for the image and for each layer; a layer's three pictures share one scale."""
    rows = {
        "image": [*following_maps["image"]],
        "relu1": [*following_maps["relu1"], following_maps["relu1.left"]],
        "pool2": [*following_maps["pool2"], following_maps["pool2.left"]],
    }
    figure = canvas(height=HEAD + ROW * len(rows) - 12)
    page = sheet(figure)
    for column, left in COLUMNS.items():
        text = words[column].format(following_maps["shift"])
        say(page, left, 18, text, paint.muted, SMALL, va="center", linespacing=1.1)
    for row, (name, images) in enumerate(rows.items()):
        top = HEAD + row * ROW
        say(page, 0, top - 12, words[name])
        largest = max(float(image.max()) for image in images[:2]) or 1.0
        for left, image in zip(COLUMNS.values(), images, strict=False):  # an image has no third
            tile(page, image / largest, left, top, SIDE, paint)
    return figure
