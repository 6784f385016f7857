"""How much feature maps change under small shifts, before and after pooling."""

from cnnviz.drawing.bands import amounts_below, band
from cnnviz.drawing.labels import apart, say, write
from cnnviz.drawing.numbers import in_percent
from cnnviz.drawing.style import Canvas, Palette, Words, canvas, panel
from cnnviz.lessons.pooling_and_invariance.results import Changes
from cnnviz.results import where

DOWN = 270  # px of the chart's height
LABEL = 20  # px that a label needs


def draw(pooling_local: Changes, words: Words, paint: Palette) -> Canvas:
    """Draw the change over the shift: every run a dot, the means as lines, named at their ends."""
    rows, summary = pooling_local["runs"], pooling_local["summary"]
    shifts = sorted({row["shift"] for row in rows})
    looks = {"none": ("D", paint.ink), "max": ("o", paint.accent), "average": ("^", paint.second)}
    figure = canvas(height=380)
    write(figure, 0, 10, words["change"], color=paint.muted)
    axes = panel(figure, 54, 34, 380, DOWN)
    for kind, (shape, colour) in looks.items():
        over, mine = ("shift", "change"), where(rows, kind=kind)
        band(axes, mine, over, summary[kind], shape, colour, 5.5)
    highest = 1.06 * max(row["change"] for row in rows)
    axes.set(ylim=(0, highest), xlim=(-0.1, shifts[-1] + 0.1))
    in_percent(axes.yaxis, words)
    axes.grid(axis="y")
    amounts_below(axes, shifts, words["shift"], words)
    ends = [summary[kind][str(shifts[-1])]["mean"] for kind in looks]
    levels = apart(ends, LABEL * highest / DOWN)
    for (kind, (_, colour)), level in zip(looks.items(), levels, strict=True):
        say(axes, shifts[-1] + 0.16, level, words[kind], colour, weight="bold")
    return figure
