"""How much ink each digit needs."""

from cnnviz.drawing.labels import write
from cnnviz.drawing.numbers import in_percent
from cnnviz.drawing.style import Canvas, Palette, Words, canvas, panel
from cnnviz.lessons.tried_lesson.results import Ink


def draw(ink: Ink, words: Words, paint: Palette) -> Canvas:
    """Draw a bar for each digit, as high as its images are bright."""
    figure = canvas(height=260)
    write(figure, 0, 10, words["brightness"], color=paint.muted)
    axes = panel(figure, 50, 32, 500, 190)
    axes.bar(
        list(ink),
        [each["mean"] for each in ink.values()],
        color=paint.accent,
    )
    in_percent(axes.yaxis, words)
    axes.grid(axis="y")
    return figure
