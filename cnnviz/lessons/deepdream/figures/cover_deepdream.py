"""The cover of the DeepDream lesson: a dream."""

from cnnviz.drawing.heat import opened, photo_tile
from cnnviz.drawing.style import Canvas, Palette, Words, canvas, sheet
from cnnviz.lessons.deepdream.results import Dream

WIDTH, HEIGHT = 480, 270


def draw(dream: Dream, words: Words, paint: Palette) -> Canvas:
    """Fill the cover with the first photograph's dream."""
    pixels = opened(dream["pictures"][0])
    kept = round(pixels.shape[1] * HEIGHT / WIDTH)
    top = (len(pixels) - kept) // 2
    figure = canvas(height=HEIGHT, width=WIDTH, pictures="smooth")
    photo_tile(sheet(figure), pixels[top : top + kept], 0, 0, WIDTH, HEIGHT)
    return figure
