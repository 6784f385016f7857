"""Where a kernel finds a place along one line of pixels, by stride and padding."""

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from cnnviz.drawing.labels import say
from cnnviz.drawing.style import SMALL, Canvas, Look, Palette, Words, canvas, sheet
from cnnviz.lessons.convolution.results import KernelPlaces, Places

CELL = 34
BAR = 9  # px from one bar to the next below it
CASE = 112  # px a case
NAME = 392  # from the left
MOST = 1  # padding that the drawing has room for


def draw(kernel_places: KernelPlaces, words: Words, paint: Palette) -> Canvas:
    """Draw each line of pixels with its padding, a bar for each place, and what stays unseen."""
    figure = canvas(height=CASE * len(kernel_places["cases"]) - 22)
    page = sheet(figure)
    for at, case in enumerate(kernel_places["cases"]):
        _line(page, case, at * CASE + 6, words, paint)
    return figure


def _line(page: Axes, case: Places, top: float, words: Words, paint: Palette) -> None:
    size, kernel, starts = case["size"], case["kernel"], case["starts"]
    end = starts[-1] + kernel
    for pixel in range(-case["padding"], size + case["padding"]):
        inside, left = 0 <= pixel < size, 1 + (pixel + MOST) * CELL
        text, colour = (str(pixel + 1), paint.ink) if inside else ("0", paint.muted)
        look: Look = {"facecolor": paint.paper if inside else "none", "edgecolor": paint.muted}
        if not inside:
            look |= {"linestyle": (0, (2, 2))}
        if pixel >= end:
            colour = paint.second
            look |= {"edgecolor": colour, "linewidth": 2.5, "zorder": 3}
        page.add_patch(Rectangle((left, top), CELL - 3, CELL - 8, **look))
        say(page, left + CELL / 2 - 1.5, top + CELL / 2 - 4, text, colour, SMALL, ha="center")
    for at, start in enumerate(starts):
        x, y = 1 + (start + MOST) * CELL, top + CELL + 4 + (at % kernel) * BAR
        page.plot((x + 3, x + kernel * CELL - 6), (y, y), color=paint.accent, linewidth=4)
    say(page, NAME, top + 9, words["case"].format(**case))
    count = words["places"].format(n=len(starts))
    say(page, NAME, top + 32, count, paint.accent, weight="bold")
    if end < size:
        say(page, NAME, top + 55, words["unseen"], paint.second, weight="bold")
