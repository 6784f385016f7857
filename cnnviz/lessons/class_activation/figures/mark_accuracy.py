"""Accuracy without the mark, with it where it was taught, and with it where it misleads."""

from typing import Any

from matplotlib.axes import Axes

from cnnviz.drawing.heat import stand_in
from cnnviz.drawing.labels import rim
from cnnviz.drawing.numbers import in_percent, percent
from cnnviz.drawing.style import SMALL, WIDTH, Canvas, Palette, canvas, panel, sheet

CONDITIONS = ("none", "agreeing", "misleading")
SHAPES = {"clean": "o", "marked": "D"}
LEFT, TOP, ROW = 190, 52, 62


def draw(mark_accuracy: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw a row for each kind of test image; every run is a mark, named with its accuracy."""
    height = ROW * len(CONDITIONS)
    figure = canvas(height=TOP + height + 92)
    page = sheet(figure)
    for row, condition in enumerate(CONDITIONS):
        middle = TOP + (row + 0.5) * ROW
        how: dict[str, Any] = {"va": "center", "linespacing": 1.1}
        page.text(0, middle, words[condition], **how)
    for place, kind in enumerate(mark_accuracy["summary"]):
        _key(page, LEFT + place * 180, kind, words, paint)
    axes = panel(figure, LEFT, TOP, WIDTH - LEFT - 26, height)
    for kind in mark_accuracy["summary"]:
        _runs(axes, mark_accuracy, kind, words, paint)
    axes.axvline(0.5, color=paint.muted, linewidth=1.2, dashes=(3, 3))
    axes.set(xlim=(0, 1), ylim=(len(CONDITIONS) - 0.5, -0.5), yticks=[])
    in_percent(axes.xaxis, words)
    axes.grid(axis="x")
    foot = TOP + height + 42
    page.text(LEFT, foot, words["accuracy"], color=paint.muted, va="center_baseline")
    if mark_accuracy.get("stand_in"):
        stand_in(page, WIDTH - 8, foot + 32, words, paint)
    return figure


def colour(kind: str, paint: Palette) -> str:
    """Give the colour of the network that was taught so."""
    return paint.cnn if kind == "clean" else paint.second


def _key(page: Axes, x: float, kind: str, words: dict[str, str], paint: Palette) -> None:
    page.plot(x + 5, 24, SHAPES[kind], color=colour(kind, paint), ms=9, clip_on=False)
    how: dict[str, Any] = {"va": "center", "linespacing": 1.05, "fontsize": SMALL}
    page.text(x + 18, 24, words[kind], color=colour(kind, paint), **how)


def _runs(axes: Axes, result: dict, kind: str, words: dict[str, str], paint: Palette) -> None:
    away = -0.17 if kind == "clean" else 0.17
    tone = colour(kind, paint)
    for row, condition in enumerate(CONDITIONS):
        reached = [
            run["accuracy"]
            for run in result["runs"]
            if (run["taught"], run["condition"]) == (kind, condition)
        ]
        places = [row + away] * len(reached)
        axes.plot(reached, places, SHAPES[kind], color=tone, ms=10, mec=paint.page, clip_on=False)
        mean = result["summary"][kind][condition]["mean"]
        how: dict[str, Any] = {"color": tone, "va": "center_baseline"}
        how |= {"path_effects": rim(paint.page)}
        how |= {"ha": "right", "weight": "bold"} if mean > 0.2 else {"weight": "bold"}
        x = mean - 0.035 if mean > 0.2 else mean + 0.035
        axes.text(x, row + away, percent(mean, words, 1), **how)
