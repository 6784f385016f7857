"""Photographs, what an ImageNet network answers, and where it sees that."""

from cnnviz.drawing.labels import say
from cnnviz.drawing.numbers import percent
from cnnviz.drawing.style import SMALL, WIDTH, Canvas, Palette, Words, canvas, sheet
from cnnviz.lessons.class_activation.heat import heat_scale, heat_tiles
from cnnviz.lessons.class_activation.results import PhotoHeat

GAP, HEAD, FOOT = 10, 46, 34


def draw(photo_heat: PhotoHeat, words: Words, paint: Palette) -> Canvas:
    """Draw a column for each photograph: its answer, the photograph, the heat over it."""
    photos = list(photo_heat["photos"].values())
    side = (WIDTH - GAP * (len(photos) - 1)) / len(photos)
    foot = HEAD + 2 * side + GAP
    figure = canvas(height=round(foot + FOOT), pictures="light")
    page = sheet(figure)
    for column, photo in enumerate(photos):
        left = column * (side + GAP)
        say(page, left, 10, photo["answer"], size=SMALL)
        say(page, left, 30, percent(photo["probability"], words), paint.muted, SMALL)
        heat_tiles(page, photo["picture"], [photo["map"]], (left, HEAD), (0, side + GAP), side)
    heat_scale(page, foot + 20, words, paint)
    return figure
