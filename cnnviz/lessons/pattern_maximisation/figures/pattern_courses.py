"""How excited filters are after each step, as shares of where they end."""

from statistics import median

from cnnviz.drawing.labels import write
from cnnviz.drawing.numbers import in_percent
from cnnviz.drawing.style import Canvas, Palette, Words, canvas, panel
from cnnviz.lessons.pattern_maximisation.results import Patterns


def draw(patterns: Patterns, words: Words, paint: Palette) -> Canvas:
    """Draw a thin line for each filter that is not silent, and a thick one for their median."""
    pairs = list(zip(patterns["runs"], patterns["courses"], strict=True))
    awake = [course for row, course in pairs if not row["silent"] and course[-1] > 0]
    courses = [[value / course[-1] for value in course] for course in awake]
    figure = canvas(height=334)
    write(figure, 0, 15, words["share"], color=paint.muted)
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
