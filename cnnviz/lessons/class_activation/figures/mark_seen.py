"""Marked pictures, and where two networks see evidence: one was taught with the mark, one not."""

from cnnviz.drawing.labels import say
from cnnviz.drawing.style import WIDTH, Canvas, Palette, Words, canvas, sheet
from cnnviz.lessons.class_activation.heat import heat_scale, heat_tiles
from cnnviz.lessons.class_activation.results import MarkSeen

MAPS = ("clean.grad_cam", "marked.grad_cam", "clean.occlusion", "marked.occlusion")
GAP, NAME, FOOT = 8, 26, 38


def draw(mark_seen: MarkSeen, words: Words, paint: Palette) -> Canvas:
    """Draw the pictures in a row, and below them a row of heat maps by network and method."""
    columns = mark_seen["rows"]
    side = (WIDTH - GAP * (len(columns) - 1)) / len(columns)
    step = side + NAME + 6
    foot = (1 + len(MAPS)) * step
    figure = canvas(height=round(foot + FOOT), pictures="light")
    page = sheet(figure)
    for at, kind in enumerate(("picture", *MAPS)):
        say(page, 0, at * step + NAME - 13, words[kind.replace(".", "_")])
    for column, marked in enumerate(columns):
        maps = [marked["maps"][kind] for kind in MAPS]
        place = column * (side + GAP), NAME
        heat_tiles(page, marked["picture"], maps, place, (0, step), side)
    heat_scale(page, foot + 18, words, paint)
    return figure
