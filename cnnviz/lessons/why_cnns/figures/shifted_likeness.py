"""How alike a digit is to itself, shifted, beside how alike two different digits are."""

from cnnviz.drawing.bands import amounts_below, band
from cnnviz.drawing.labels import write
from cnnviz.drawing.numbers import in_numbers
from cnnviz.drawing.style import SMALL, Canvas, Look, Palette, Words, canvas, panel
from cnnviz.lessons.why_cnns.results import ShiftedLikeness
from cnnviz.results import where

LEFTS, ACROSS, DOWN, TOP = (46, 268), 194, 250, 36


def draw(shifted_likeness: ShiftedLikeness, words: Words, paint: Palette) -> Canvas:
    """Draw a panel for each way: a dot for each class, the mean over the classes as a line."""
    rows, summary = shifted_likeness["runs"], shifted_likeness["summary"]
    lowest = min(0.0, *(row["likeness"] for row in rows))
    figure = canvas(height=TOP + DOWN + 62)
    write(figure, 0, 10, words["likeness"], color=paint.muted)
    right, down = (panel(figure, left, TOP, ACROSS, DOWN) for left in LEFTS)
    for axes, way, means in ((right, "right", summary["right"]), (down, "down", summary["down"])):
        over = ("amount", "likeness")
        band(axes, where(rows, way=way), over, means, "o", paint.accent)
        axes.axhline(summary["same"], color=paint.ink, linewidth=1.5, dashes=(4, 3))
        axes.axhline(summary["other"], color=paint.second, linewidth=1.5, dashes=(4, 3))
        axes.set(ylim=(lowest - 0.05, 1), yticks=[0, 0.5, 1])
        in_numbers(axes.yaxis, words)
        axes.grid(axis="y")
        amounts_below(axes, sorted(map(int, means))[::4], words[way], words)
    down.tick_params(labelleft=False)
    look: Look = {"fontsize": SMALL, "linespacing": 1}
    beside = down.get_xlim()[1] + 0.4
    down.text(beside, summary["same"], words["same"], color=paint.ink, va="bottom", **look)
    down.text(beside, summary["other"], words["other"], color=paint.second, va="top", **look)
    return figure
