"""How sure the network stays while pixels go, and gets while they come back, by their order."""

from typing import Any

from matplotlib.axes import Axes

from cnnviz.drawing.heat import stand_in
from cnnviz.drawing.labels import ends_inward
from cnnviz.drawing.numbers import in_percent, number
from cnnviz.drawing.style import SMALL, WIDTH, Canvas, Palette, canvas, panel, sheet

TESTS = ("deletion", "insertion")
ORDERS = ("grad_cam", "occlusion", "saliency", "random")
DASHES: dict[str, Any] = {
    "grad_cam": (),
    "occlusion": (9, 2, 2, 2),
    "saliency": (6, 2),
    "random": (1.5, 2),
}
LEFT, BETWEEN, RIGHT, TOP, HIGH, AREAS = 46, 50, 40, 96, 210, 164


def draw(faithfulness: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw the mean curves of both tests, and below them the area of every image."""
    width = (WIDTH - LEFT - BETWEEN - RIGHT) / 2
    figure = canvas(height=TOP + HIGH + 72 + AREAS + 92)
    page = sheet(figure)
    for at, order in enumerate(ORDERS):
        _key(page, at % 2 * 280, 12 + at // 2 * 24, order, words, paint)
    for column, test in enumerate(TESTS):
        left = LEFT + column * (width + BETWEEN)
        page.text(left, TOP - 22, words[test], va="center_baseline", weight="bold")
        axes = panel(figure, left, TOP, width, HIGH)
        _curves(axes, faithfulness, test, words, paint)
        if column:
            axes.tick_params(labelleft=False)
        axes = panel(figure, left, TOP + HIGH + 72, width, AREAS)
        _areas(axes, faithfulness, test, words, paint)
    middle = LEFT + width + BETWEEN / 2
    how: dict[str, Any] = {"color": paint.muted, "ha": "center", "va": "center_baseline"}
    page.text(middle, TOP + HIGH + 40, words["shares"], **how)
    page.text(middle, TOP + HIGH + 72 + AREAS + 36, words["areas"], **how)
    if faithfulness["stand_in"]:
        stand_in(page, WIDTH - 8, TOP + HIGH + 72 + AREAS + 74, words, paint)
    return figure


def _colour(order: str, paint: Palette) -> str:
    colours = (paint.accent, paint.cnn, paint.second, paint.muted)
    return colours[ORDERS.index(order)]


def _key(page: Axes, x: float, y: float, order: str, words: dict, paint: Palette) -> None:
    colour = _colour(order, paint)
    page.plot((x, x + 36), (y, y), color=colour, linewidth=2.5, dashes=DASHES[order])
    page.text(x + 44, y, words[order], color=colour, va="center_baseline", fontsize=SMALL)


def _curves(axes: Axes, result: dict, test: str, words: dict[str, str], paint: Palette) -> None:
    for order in ORDERS:
        how: dict[str, Any] = {"color": _colour(order, paint), "linewidth": 2.5}
        curve = result["curves"][test][order]
        axes.plot(result["shares"], curve, dashes=DASHES[order], **how)
    axes.set(xlim=(0, 1), ylim=(0, 1.02), xticks=[0, 0.5, 1], yticks=[0, 0.5, 1])
    axes.grid(axis="y")
    in_percent(axes.xaxis, words)
    in_percent(axes.yaxis, words)
    ends_inward(axes)


def _areas(axes: Axes, result: dict, test: str, words: dict[str, str], paint: Palette) -> None:
    for row, order in enumerate(ORDERS):
        colour = _colour(order, paint)
        mine = [r for r in result["runs"] if (r["test"], r["order"]) == (test, order)]
        places = [
            row + 0.5 * ((r["image"] * 7) % 11 / 10 - 0.5) for r in mine
        ]  # apart, always alike
        axes.plot([r["area"] for r in mine], places, "o", color=colour, ms=4, alpha=0.4, mew=0)
        mean = result["summary"][test][order]["mean"]
        axes.plot((mean, mean), (row - 0.38, row + 0.38), color=colour, linewidth=3)
        how: dict[str, Any] = {"color": colour, "va": "center_baseline", "fontsize": SMALL}
        axes.text(1.04, row, number(mean, words, 2), weight="bold", **how)
    axes.set(xlim=(0, 1), ylim=(len(ORDERS) - 0.5, -0.55), xticks=[0, 0.5, 1], yticks=[])
    axes.grid(axis="x")
    in_percent(axes.xaxis, words)
    ends_inward(axes)
