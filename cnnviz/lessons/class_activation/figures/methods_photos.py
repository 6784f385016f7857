"""The same pictures explained by several methods, side by side."""

from typing import Any

from cnnviz.drawing.heat import heat_scale, opened, over, photo_tile, stand_in
from cnnviz.drawing.numbers import percent
from cnnviz.drawing.style import SMALL, WIDTH, Canvas, Palette, canvas, sheet

METHODS = ("grad_cam", "occlusion", "saliency", "guided")
GAP, HEAD, NAME, FOOT = 8, 44, 26, 34


def draw(methods_photos: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw a row for each picture, under its answer, and a column for each method."""
    side = (WIDTH - GAP * len(METHODS)) / (len(METHODS) + 1)
    step = side + NAME + GAP
    rows = methods_photos["rows"]
    figure = canvas(height=round(HEAD + len(rows) * step + FOOT), pictures="light")
    page = sheet(figure)
    for column, method in enumerate(METHODS, start=1):
        how: dict[str, Any] = {"fontsize": SMALL, "va": "center", "linespacing": 1.05}
        how["ha"] = "left" if column < len(METHODS) else "right"  # its words may be wider
        right = side * (column == len(METHODS))
        page.text(column * (side + GAP) + right, 18, words[method], color=paint.muted, **how)
    for at, row in enumerate(rows):
        top = HEAD + at * step + NAME
        answer = words["quoted"].format(words.get(row["answer"], row["answer"]))
        chance = percent(row["probability"], words)
        page.text(0, top - 12, f"{answer}, {chance}", fontsize=SMALL, va="center_baseline")
        picture = opened(row["picture"])
        photo_tile(page, picture, 0, top, side, side)
        for column, method in enumerate(METHODS, start=1):
            shown = over(picture, opened(row["maps"][method]))
            photo_tile(page, shown, column * (side + GAP), top, side, side)
    foot = HEAD + len(rows) * step + 16
    heat_scale(page, 0, foot, words, paint)
    if methods_photos.get("stand_in"):
        stand_in(page, WIDTH - 8, foot, words, paint)
    return figure
