"""How line-like first filters become: through training, and where the pixels were remapped."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from cnnviz.drawing.labels import write
from cnnviz.drawing.numbers import in_percent
from cnnviz.drawing.style import Canvas, Look, Palette, Words, canvas, panel
from cnnviz.lessons.shared_weights_gradient.results import EndLikeness, LineLikeness
from cnnviz.results import where

BESIDE = 0.2  # of the way to the next epoch


def draw(line_likeness: LineLikeness, words: Words, paint: Palette) -> Canvas:
    """Draw each network as a dot, its mean over filters; lines join the means over networks."""
    rows, control = line_likeness["runs"], line_likeness["control"]
    epochs = sorted({row["epoch"] for row in rows})
    figure = canvas(height=380)
    for line, text in enumerate(words["likeness"].split("\n")):
        write(figure, 0, 10 + 22 * line, text, color=paint.muted)
    axes = panel(figure, 52, 60, 500, 256)
    x, y = [epochs.index(row["epoch"]) for row in rows], [row["likeness"] for row in rows]
    axes.plot(x, y, "o", color=paint.cnn, ms=6.5, alpha=0.6, mew=0)
    means = [line_likeness["summary"]["by_epoch"][str(epoch)]["mean"] for epoch in epochs]
    axes.plot(range(len(epochs)), means, color=paint.cnn, linewidth=2.5)
    # Where another training ended, on images as they are and on remapped ones.
    remapped = where(control, block=max(row["block"] for row in control))
    _ends(axes, where(control, block=1), epochs, paint.cnn)
    x_remapped = _ends(axes, remapped, epochs, paint.second)
    lowest = min(row["likeness"] for row in remapped)
    how: Look = {"weight": "bold", "va": "top", "ha": "center", "color": paint.second}
    axes.text(x_remapped, lowest - 0.015, words["remapped"], **how)
    axes.set(xlim=(-0.3, len(epochs) - 0.7))
    low, high = axes.get_ylim()
    axes.set_ylim(max(0, low - 0.04), min(1, high + 0.03))
    axes.yaxis.set_major_locator(MaxNLocator(6, steps=[1, 2, 5, 10]))
    in_percent(axes.yaxis, words)
    axes.grid(axis="y")
    axes.set_xticks(range(len(epochs)), [str(epoch) for epoch in epochs])
    axes.set_xlabel(words["epoch"], labelpad=8)
    at = max(len(epochs) - 2, 0)
    how |= {"va": "bottom", "ha": "right", "color": paint.cnn}
    axes.text(at - 0.15, means[at] + 0.015, words["original"], **how)
    return figure


def _ends(axes: Axes, rows: list[EndLikeness], epochs: list[int], colour: str) -> float:
    """Draw the ends of equally long trainings beside their epoch; give where that is."""
    x = float(np.interp(rows[0]["epochs"], epochs, range(len(epochs)))) + BESIDE
    values = [row["likeness"] for row in rows]
    axes.plot([x] * len(values), values, "D", color=colour, ms=6.5, alpha=0.6, mew=0)
    axes.plot((x - 0.15, x + 0.15), [np.mean(values)] * 2, color=colour, linewidth=2.5)
    return x
