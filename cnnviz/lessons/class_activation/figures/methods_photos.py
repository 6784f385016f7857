"""The same pictures explained by several methods, side by side."""

from cnnviz.drawing.heat import opened
from cnnviz.drawing.labels import say
from cnnviz.drawing.numbers import percent
from cnnviz.drawing.style import SMALL, WIDTH, Canvas, Look, Palette, Words, canvas, sheet
from cnnviz.lessons.class_activation.heat import heat_scale, heat_tiles
from cnnviz.lessons.class_activation.results import ParkingMethods

METHODS = ("grad_cam", "occlusion", "saliency", "guided")
GAP, HEAD, NAME, FOOT = 8, 44, 26, 34


def draw(methods_photos: ParkingMethods, words: Words, paint: Palette) -> Canvas:
    """Draw a row for each picture, under its answer, and a column for each method."""
    side = (WIDTH - GAP * len(METHODS)) / (len(METHODS) + 1)
    step = side + NAME + GAP
    foot = HEAD + len(methods_photos["rows"]) * step
    figure = canvas(height=round(foot + FOOT), pictures="light")
    page = sheet(figure)
    for column, method in enumerate(METHODS, start=1):
        left, last = column * (side + GAP), method == METHODS[-1]
        x, ha = (left + side, "right") if last else (left, "left")  # the last may be wider
        lines: Look = {"va": "center", "linespacing": 1.05, "ha": ha}
        say(page, x, 18, words[method], paint.muted, SMALL, **lines)
    for at, row in enumerate(methods_photos["rows"]):
        top = HEAD + at * step + NAME
        answer = words["quoted"].format(words.get(row["answer"], row["answer"]))
        say(page, 0, top - 12, f"{answer}, {percent(row['probability'], words)}", size=SMALL)
        maps = [opened(row["maps"][method]) for method in METHODS]
        heat_tiles(page, row["picture"], maps, (0, top), (side + GAP, 0), side)
    heat_scale(page, foot + 16, words, paint)
    return figure
