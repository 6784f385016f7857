"""What every place adds to the gradient of one weight: pixel times error, and the sum of all."""

from typing import Any

from matplotlib.axes import Axes

from cnnviz.drawing.numbers import number
from cnnviz.drawing.pixels import tile
from cnnviz.drawing.signed import signed_tile
from cnnviz.drawing.style import SMALL, WIDTH, Canvas, Palette, canvas, sheet

GAP = 34  # where × and = stand
TOP = 30
BAR = 22  # px high
DIGITS = 4


def draw(gradient_by_place: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw the image, the error of the map, their product, and what adds up below."""
    side = (WIDTH - 2 * GAP) / 3
    figure = canvas(height=round(TOP + side + 168))
    page = sheet(figure)
    for at, name in enumerate(("image", "error", "shares")):
        left = at * (side + GAP)
        page.text(left, 10, words[name], va="center_baseline")
        if name == "image":
            tile(page, gradient_by_place[name], left, TOP, side, paint)
        else:
            reach = abs(gradient_by_place[name]).max()
            signed_tile(page, gradient_by_place[name], left, TOP, side, reach, paint)
    for at, sign in enumerate("×="):
        how: dict[str, Any] = {"ha": "center", "va": "center", "fontsize": 22}
        page.text((at + 1) * (side + GAP) - GAP / 2, TOP + side / 2, sign, **how)
    _balance(page, gradient_by_place, TOP + side + 38, words, paint)
    return figure


def _balance(page: Axes, result: dict, top: float, words: dict, paint: Palette) -> None:
    """Draw what raises the gradient and what lowers it from a common zero, and what remains."""
    parts = {
        "raising": (result["raising"], paint.accent),
        "lowering": (result["lowering"], paint.second),
        "sum": (result["sum"], paint.ink),
    }
    reach = max(abs(value) for value, _ in parts.values())
    zero, half = 300, 112
    for at, (name, (value, colour)) in enumerate(parts.items()):
        y = top + at * (BAR + 16)
        page.text(0, y, words[name], va="center_baseline")
        page.barh(y, value / reach * half, BAR, left=zero, color=colour)
        end = zero + max(value, 0) / reach * half + 10
        text = number(value, words, DIGITS)
        page.text(end, y, text, color=colour, weight="bold", va="center_baseline")
    bottom = top + 2 * (BAR + 16) + BAR
    page.plot((zero, zero), (top - BAR, bottom), color=paint.muted, linewidth=1)
    note = words["autograd"].format(value=number(result["autograd"], words, DIGITS))
    how: dict[str, Any] = {"color": paint.muted, "fontsize": SMALL, "va": "center_baseline"}
    page.text(0, bottom + 12, note, **how)
