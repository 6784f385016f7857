"""The cover of the lesson on patterns: what some filters of an ImageNet network look for."""

from cnnviz.drawing.heat import opened, photo_tile
from cnnviz.drawing.style import Canvas, Palette, Words, canvas, sheet
from cnnviz.drawing.tiles import places
from cnnviz.lessons.pattern_maximisation.results import StagePatterns

WIDTH, HEIGHT = 480, 270
COLUMNS, ROWS = 3, 2


def draw(imagenet_patterns: StagePatterns, words: Words, paint: Palette) -> Canvas:
    """Fill the cover with patterns, cut to its tiles."""
    across, down = WIDTH / COLUMNS, HEIGHT / ROWS
    figure = canvas(height=HEIGHT, width=WIDTH, pictures="smooth")
    page = sheet(figure)
    pictures = [opened(picture) for picture in imagenet_patterns["pictures"][: COLUMNS * ROWS]]
    corners = places(len(pictures), COLUMNS, (across, down))
    for (left, top), pixels in zip(corners, pictures, strict=True):
        kept = round(len(pixels) * down / across)
        first = (len(pixels) - kept) // 2
        photo_tile(page, pixels[first : first + kept], left, top, across, down)
    return figure
