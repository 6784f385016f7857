"""How excited filters are after each step, as shares of where they end."""

from statistics import median
from typing import Any

from cnnviz.drawing.heat import stand_in
from cnnviz.drawing.labels import write
from cnnviz.drawing.numbers import in_percent
from cnnviz.drawing.style import WIDTH, Canvas, Palette, canvas, panel, sheet


def draw(patterns: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw a thin line for each filter that is not silent, and a thick one for their median."""
    pairs = zip(patterns["runs"], patterns["courses"], strict=True)
    courses = [[value / course[-1] for value in course] for row, course in pairs if _ends(row)]
    figure = canvas(height=334)
    write(figure, 0, 15, words["share"], color=paint.muted)
    if patterns["stand_in"]:
        stand_in(sheet(figure), WIDTH - 4, 15, words, paint)
    axes = panel(figure, 62, 44, 484, 226)
    for course in courses:
        axes.plot(course, color=paint.cnn, linewidth=0.9, alpha=0.45)
    if courses:
        middle = [median(values) for values in zip(*courses, strict=True)]
        axes.plot(middle, color=paint.cnn, linewidth=3)
    axes.set(xlim=(0, len(patterns["courses"][0]) - 1))
    in_percent(axes.yaxis, words)
    axes.grid(axis="y")
    axes.set_xlabel(words["step"], labelpad=8)
    return figure


def _ends(row: dict[str, Any]) -> bool:
    return not row["silent"] and row["end"] > 0
