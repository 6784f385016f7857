"""What the inverted split costs: test accuracy of three ways to train, run by run."""

from typing import Any

from cnnviz.drawing.labels import write
from cnnviz.drawing.numbers import in_percent, percent
from cnnviz.drawing.style import WIDTH, Canvas, Palette, canvas, panel

LEFT, TOP, ROW = 218, 34, 62


def draw(splits: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw a row for each way: its runs as dots, their mean as a stroke with its value."""
    kinds = splits["kinds"]
    shown = [row["accuracy"] for row in splits["runs"]]
    low = max(0.0, min(shown) - 0.06)
    tall = ROW * len(kinds)
    figure = canvas(height=TOP + tall + 34)
    write(figure, LEFT, 10, words["accuracy"], color=paint.muted)
    axes = panel(figure, LEFT, TOP, WIDTH - LEFT - 62, tall)
    axes.set(xlim=(low, 1), ylim=(len(kinds) - 0.5, -0.5))
    axes.set_yticks([])
    axes.grid(axis="x")
    in_percent(axes.xaxis, words)
    for place, kind in enumerate(kinds):
        mine = [row["accuracy"] for row in splits["runs"] if row["kind"] == kind]
        mean = splits["summary"][kind]["test"]["mean"]
        axes.plot(mine, [place] * len(mine), "o", color=paint.cnn, ms=9, alpha=0.45, mew=0)
        axes.plot((mean, mean), (place - 0.24, place + 0.24), color=paint.cnn, linewidth=3)
        y = TOP + (place + 0.5) * ROW
        told = words[kind].format(epochs=splits["summary"][kind]["epochs"])
        name, _, detail = told.partition("\n")
        write(figure, 0, y - (10 if detail else 0), name, weight="bold")
        write(figure, 0, y + 11, detail, color=paint.muted)
        label = percent(mean, words, 1)
        write(figure, WIDTH, y, label, color=paint.cnn, weight="bold", ha="right")
    return figure
