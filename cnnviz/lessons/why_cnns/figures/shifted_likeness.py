"""How alike a digit is to itself, shifted, beside how alike two different digits are."""

from typing import Any

from matplotlib.axes import Axes

from cnnviz.drawing.bands import band
from cnnviz.drawing.labels import write
from cnnviz.drawing.numbers import in_numbers
from cnnviz.drawing.style import SMALL, Canvas, Palette, canvas, panel

LEFTS, ACROSS, DOWN, TOP = (46, 268), 194, 250, 36


def draw(shifted_likeness: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw a panel for each way: a dot for each class, the mean over the classes as a line."""
    figure = canvas(height=TOP + DOWN + 62)
    write(figure, 0, 10, words["likeness"], color=paint.muted)
    for left, way in zip(LEFTS, ("right", "down"), strict=True):
        axes = panel(figure, left, TOP, ACROSS, DOWN)
        mine = [row for row in shifted_likeness["runs"] if row["way"] == way]
        means = {float(a): each for a, each in shifted_likeness["summary"][way].items()}
        dots = [(row["amount"], row["likeness"]) for row in mine]
        band(axes, dots, means, "o", paint.accent)
        _strangers(axes, shifted_likeness["summary"], words, paint, named=way == "down")
        lowest = min(0.0, *(row["likeness"] for row in shifted_likeness["runs"]))
        axes.set(ylim=(lowest - 0.05, 1), yticks=[0, 0.5, 1])
        axes.set_xticks(sorted(means)[::4])
        in_numbers(axes.xaxis, words, 0)
        in_numbers(axes.yaxis, words)
        axes.grid(axis="y")
        axes.set_xlabel(words[way], labelpad=8)
        axes.tick_params(labelleft=way == "right")
    return figure


def _strangers(axes: Axes, summary: dict, words: dict, paint: Palette, *, named: bool) -> None:
    for name, colour, va in (("same", paint.ink, "bottom"), ("other", paint.second, "top")):
        axes.axhline(summary[name], color=colour, linewidth=1.5, dashes=(4, 3))
        if named:
            how: dict[str, Any] = {"color": colour, "fontsize": SMALL, "linespacing": 1}
            axes.text(axes.get_xlim()[1] + 0.4, summary[name], words[name], va=va, **how)
