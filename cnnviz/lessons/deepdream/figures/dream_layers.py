"""A photograph, what the stages of a network dream on it, and what an untrained one does."""

from cnnviz.drawing.heat import opened, photo_tile
from cnnviz.drawing.labels import say
from cnnviz.drawing.style import WIDTH, Canvas, Palette, Words, canvas, sheet
from cnnviz.drawing.tiles import places
from cnnviz.lessons.deepdream.results import DreamPhoto

COLUMNS, GAP, NAME = 2, 10, 26
ACROSS = (WIDTH - GAP * (COLUMNS - 1)) / COLUMNS


def draw(dream_photo: DreamPhoto, words: Words, paint: Palette) -> Canvas:
    """Draw the pictures in pairs, each under its name."""
    shown = {words["original"]: dream_photo["original"]}
    for stage, picture in dream_photo["pictures"].items():
        shown[words["stage"].format(n=stage)] = picture
    shown[words["untrained"].format(n=dream_photo["untrained_stage"])] = dream_photo["untrained"]
    height, width = opened(dream_photo["original"]).shape[:2]
    down = ACROSS * height / width
    step = NAME + down + 14
    figure = canvas(height=round(-(-len(shown) // COLUMNS) * step - 14), pictures="smooth")
    page = sheet(figure)
    corners = places(len(shown), COLUMNS, (ACROSS + GAP, step))
    for (name, picture), (left, top) in zip(shown.items(), corners, strict=True):
        say(page, left, top + 10, name)
        photo_tile(page, opened(picture), left, top + NAME, ACROSS, down)
    return figure
