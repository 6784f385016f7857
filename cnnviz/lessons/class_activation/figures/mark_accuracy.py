"""Accuracy without the mark, with it where it was taught, and with it where it misleads."""

from matplotlib.axes import Axes

from cnnviz.drawing.labels import rim, say
from cnnviz.drawing.numbers import in_percent, percent
from cnnviz.drawing.style import SMALL, WIDTH, Canvas, Look, Palette, Words, canvas, panel, sheet
from cnnviz.lessons.class_activation.results import MarkAccuracy
from cnnviz.results import where

CONDITIONS = ("none", "agreeing", "misleading")
SHAPES = {"clean": "o", "marked": "D"}
LEFT, TOP, ROW = 190, 52, 62


def draw(mark_accuracy: MarkAccuracy, words: Words, paint: Palette) -> Canvas:
    """Draw a row for each kind of test image; every run is a mark, named with its accuracy."""
    height = ROW * len(CONDITIONS)
    figure = canvas(height=TOP + height + 56)
    page = sheet(figure)
    for row, condition in enumerate(CONDITIONS):
        middle = TOP + (row + 0.5) * ROW
        say(page, 0, middle, words[condition], va="center", linespacing=1.1)
    axes = panel(figure, LEFT, TOP, WIDTH - LEFT - 26, height)
    for place, taught in enumerate(mark_accuracy["summary"]):
        left, colour = LEFT + place * 180, paint.cnn if taught == "clean" else paint.second
        page.plot(left + 5, 24, SHAPES[taught], color=colour, ms=9, clip_on=False)
        lines: Look = {"va": "center", "linespacing": 1.05}
        say(page, left + 18, 24, words[taught], colour, SMALL, **lines)
        _runs(axes, mark_accuracy, taught, colour, words, paint)
    axes.axvline(0.5, color=paint.muted, linewidth=1.2, dashes=(3, 3))
    axes.set(xlim=(0, 1), ylim=(len(CONDITIONS) - 0.5, -0.5), yticks=[])
    in_percent(axes.xaxis, words)
    axes.grid(axis="x")
    say(page, LEFT, TOP + height + 42, words["accuracy"], paint.muted)
    return figure


def _runs(
    axes: Axes, result: MarkAccuracy, taught: str, colour: str, words: Words, paint: Palette
) -> None:
    away = -0.17 if taught == "clean" else 0.17
    for row, condition in enumerate(CONDITIONS):
        runs = where(result["runs"], taught=taught, condition=condition)
        reached, places = [run["accuracy"] for run in runs], [row + away] * len(runs)
        axes.plot(
            reached, places, SHAPES[taught], color=colour, ms=10, mec=paint.page, clip_on=False
        )
        mean = result["summary"][taught][condition]["mean"]
        x, ha = (mean - 0.035, "right") if mean > 0.2 else (mean + 0.035, "left")
        how: Look = {"ha": ha, "weight": "bold", "path_effects": rim(paint.page)}
        say(axes, x, row + away, percent(mean, words, 1), colour, **how)
