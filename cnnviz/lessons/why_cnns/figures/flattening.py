"""A small image and the row of numbers that it becomes: where a pixel's neighbours go."""

from matplotlib.patches import Rectangle

from cnnviz.drawing.labels import say
from cnnviz.drawing.style import SMALL, WIDTH, Canvas, Look, Palette, Words, canvas, sheet
from cnnviz.drawing.tiles import places
from cnnviz.lessons.why_cnns.results import Flattening

CELL, THIN = 34, 24  # px of a pixel's side in the image, and of its height in the row
TOP, BETWEEN = 30, 96  # above the image, and from it to the row


def draw(flattening: Flattening, words: Words, paint: Palette) -> Canvas:
    """Draw the numbered pixels, the row below, and a line from each marked pixel to its place."""
    side, pixel = flattening["side"], flattening["pixel"]
    left, narrow, row = (WIDTH - side * CELL) / 2, WIDTH / side**2, TOP + side * CELL + BETWEEN
    marked = dict.fromkeys(flattening["neighbours"], paint.accent) | {pixel: paint.second}
    figure = canvas(height=row + 68)
    page = sheet(figure)
    say(page, 0, TOP + 6, words["image"], paint.muted)
    say(page, WIDTH, row - 18, words["row"], paint.muted, ha="right")
    for at, (x, y) in enumerate(places(side**2, side, (CELL, CELL), (left, TOP))):
        fill, ink = marked.get(at, paint.paper), paint.page if at in marked else paint.ink
        look: Look = {"facecolor": fill, "edgecolor": paint.page, "linewidth": 1.5, "zorder": 3}
        page.add_patch(Rectangle((x, y), CELL, CELL, **look))
        page.add_patch(Rectangle((at * narrow, row), narrow, THIN, **look))
        middle, below = (x + CELL / 2, y + CELL / 2), (at + 0.5) * narrow
        say(page, *middle, str(at), ink, SMALL, ha="center", zorder=4)
        if at in marked:
            page.plot((middle[0], below), (middle[1], row), color=fill, linewidth=1.5, alpha=0.7)
            under = row + (58 if at == pixel else 40)  # a line further: its neighbours are close
            say(page, below, under, str(at), fill, SMALL, ha="center", weight="bold")
    return figure
