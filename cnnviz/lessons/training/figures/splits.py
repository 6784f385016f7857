"""What the inverted split costs: test accuracy of three ways to train, run by run."""

from cnnviz.drawing.labels import write
from cnnviz.drawing.numbers import in_percent, percent
from cnnviz.drawing.style import WIDTH, Canvas, Palette, Words, canvas, panel
from cnnviz.lessons.training.results import Learning
from cnnviz.results import where

LEFT, TOP, ROW = 218, 34, 62


def draw(splits: Learning, words: Words, paint: Palette) -> Canvas:
    """Draw a row for each way: its runs as dots, their mean as a stroke with its value."""
    lowest = min(row["accuracy"] for row in splits["runs"])
    tall = ROW * len(splits["kinds"])
    figure = canvas(height=TOP + tall + 34)
    write(figure, LEFT, 10, words["accuracy"], color=paint.muted)
    axes = panel(figure, LEFT, TOP, WIDTH - LEFT - 62, tall)
    axes.set(xlim=(max(0, lowest - 0.06), 1), ylim=(tall / ROW - 0.5, -0.5), yticks=[])
    axes.grid(axis="x")
    in_percent(axes.xaxis, words)
    for place, (kind, summary) in enumerate(splits["summary"].items()):
        dots = [row["accuracy"] for row in where(splits["runs"], kind=kind)]
        mean, y = summary["test"]["mean"], TOP + (place + 0.5) * ROW
        axes.plot(dots, [place] * len(dots), "o", color=paint.cnn, ms=9, alpha=0.45, mew=0)
        axes.plot((mean, mean), (place - 0.24, place + 0.24), color=paint.cnn, linewidth=3)
        name, _, detail = words[kind].format(epochs=summary["epochs"]).partition("\n")
        write(figure, 0, y - (10 if detail else 0), name, weight="bold")
        write(figure, 0, y + 11, detail, color=paint.muted)
        number = percent(mean, words, 1)
        write(figure, WIDTH, y, number, color=paint.cnn, weight="bold", ha="right")
    return figure
