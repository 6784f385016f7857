"""The cover of the lesson on class activation: a photograph, and beside it the heat over it."""

from cnnviz.drawing.heat import opened, photo_tile
from cnnviz.drawing.style import Canvas, Palette, Words, canvas, sheet
from cnnviz.lessons.class_activation.heat import over
from cnnviz.lessons.class_activation.results import PhotoHeat

WIDTH, HEIGHT = 480, 270


def draw(photo_heat: PhotoHeat, words: Words, paint: Palette) -> Canvas:
    """Draw the cat, or else the first photograph, as it is and under its heat, side by side."""
    photos = photo_heat["photos"]
    photo = photos.get("chelsea") or next(iter(photos.values()))
    picture = opened(photo["picture"])
    side = len(picture)
    kept = round(side * (WIDTH / 2) / HEIGHT)  # the same scale across and down
    first = (side - kept) // 2
    figure = canvas(height=HEIGHT, width=WIDTH, pictures="light")
    page = sheet(figure)
    for left, shown in ((0, picture), (WIDTH / 2, over(picture, photo["map"]))):
        photo_tile(page, shown[:, first : first + kept], left, 0, WIDTH / 2, HEIGHT)
    return figure
