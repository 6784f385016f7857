"""One weight in two places: numbers forward, gradients back, and the sum where the paths meet."""

from typing import Any

from matplotlib.axes import Axes
from matplotlib.patches import Circle, FancyArrowPatch

from cnnviz.drawing.numbers import number
from cnnviz.drawing.style import SMALL, Canvas, Palette, canvas, sheet

RADIUS = 27
WEIGHT, OUTPUT, LOSS = (34, 170), (392, 170), (525, 170)
PLACES = {"1": (208, 84), "2": (208, 256)}


def draw(two_paths: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw the graph of the worked example, each path in a colour of its own."""

    def written(value: float) -> str:
        return number(value, words, 0 if value == round(value) else 1)

    colours = dict(zip(PLACES, (paint.accent, paint.second), strict=True))
    figure = canvas(height=396)
    page = sheet(figure)
    for place, (x, y) in PLACES.items():
        colour, side = colours[place], -1 if place == "1" else 1
        below = side * 22
        _arrow(page, WEIGHT, (x, y), colour)
        _arrow(page, (x, y), OUTPUT, colour)
        share = f"{written(two_paths['hand'][place])}"
        _note(page, (WEIGHT[0] + x) / 2 - 12, (WEIGHT[1] + y) / 2 + below, share, colour)
        back = written(two_paths["by_a"][place])
        _note(page, (OUTPUT[0] + x) / 2 + 12, (OUTPUT[1] + y) / 2 + below, back, colour)
        inputs = f"x{SUBSCRIPT[place]} = {written(two_paths['x'][place])}"
        outward = f"v{SUBSCRIPT[place]} = {written(two_paths['v'][place])}"
        where: dict[str, Any] = {"va": "center_baseline", "color": paint.muted}
        page.text(x, y + side * 46, f"{inputs},  {outward}", ha="center", **where)
        _node(page, (x, y), f"a{SUBSCRIPT[place]}", written(two_paths["a"][place]), paint)
    _arrow(page, OUTPUT, LOSS, paint.muted)
    back = written(two_paths["by_o"])
    _note(page, (OUTPUT[0] + LOSS[0]) / 2, OUTPUT[1] + 24, back, paint.muted)
    _node(page, WEIGHT, "w", written(two_paths["w"]), paint)
    _node(page, OUTPUT, "o", written(two_paths["o"]), paint)
    _node(page, LOSS, "l", written(two_paths["loss"]), paint)
    one, two, total = (written(two_paths["hand"][name]) for name in ("1", "2", "sum"))
    two = f"({two})" if two.startswith("−") else two
    text = words["sum"].format(one=one, two=two, sum=total)
    page.text(0, 356, text, weight="bold", va="center_baseline")
    how: dict[str, Any] = {"color": paint.muted, "fontsize": SMALL, "va": "center_baseline"}
    page.text(0, 382, words["note"], **how)
    return figure


SUBSCRIPT = {"1": "₁", "2": "₂"}


def _node(page: Axes, where: tuple[float, float], name: str, value: str, paint: Palette) -> None:
    page.add_patch(Circle(where, RADIUS, facecolor=paint.paper, edgecolor=paint.ink, linewidth=1.5))
    how: dict[str, Any] = {"ha": "center", "va": "center_baseline"}
    page.text(where[0], where[1] - 9, name, color=paint.muted, fontsize=SMALL, **how)
    page.text(where[0], where[1] + 9, value, weight="bold", **how)


def _arrow(page: Axes, start: tuple[float, float], end: tuple[float, float], colour: str) -> None:
    look: dict[str, Any] = {"color": colour, "linewidth": 2, "shrinkA": RADIUS, "shrinkB": RADIUS}
    page.add_patch(FancyArrowPatch(start, end, arrowstyle="-|>,head_length=7,head_width=4", **look))


def _note(page: Axes, x: float, y: float, text: str, colour: str) -> None:
    """Write a gradient beside its arrow; it flows the other way."""
    how: dict[str, Any] = {"ha": "center", "va": "center_baseline", "weight": "bold"}
    page.text(x, y, f"← {text}", color=colour, **how)
