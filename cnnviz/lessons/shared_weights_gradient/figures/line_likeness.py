"""How line-like first filters become: through training, and where the pixels were remapped."""

from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from cnnviz.drawing.labels import write
from cnnviz.drawing.numbers import in_percent
from cnnviz.drawing.style import Canvas, Palette, canvas, panel

BESIDE = 0.2  # of the way to the next epoch


def draw(line_likeness: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw each network as a dot, its mean over filters; lines join the means over networks."""
    rows = line_likeness["runs"]
    epochs = sorted({row["epoch"] for row in rows})
    figure = canvas(height=380)
    for line, text in enumerate(words["likeness"].split("\n")):
        write(figure, 0, 10 + 22 * line, text, color=paint.muted)
    axes = panel(figure, 52, 60, 500, 256)
    x = [epochs.index(row["epoch"]) for row in rows]
    dots: dict[str, Any] = {"ms": 6.5, "alpha": 0.6, "mew": 0}
    axes.plot(x, [row["likeness"] for row in rows], "o", color=paint.cnn, **dots)
    means = [np.mean([r["likeness"] for r in rows if r["epoch"] == e]) for e in epochs]
    axes.plot(range(len(epochs)), means, color=paint.cnn, linewidth=2.5)
    _control(axes, line_likeness["control"], epochs, words, paint)
    axes.set(xlim=(-0.3, len(epochs) - 0.7))
    low, high = axes.get_ylim()
    axes.set_ylim(max(0, low - 0.04), min(1, high + 0.03))
    axes.yaxis.set_major_locator(MaxNLocator(6, steps=[1, 2, 5, 10]))
    in_percent(axes.yaxis, words)
    axes.grid(axis="y")
    axes.set_xticks(range(len(epochs)), [str(epoch) for epoch in epochs])
    axes.set_xlabel(words["epoch"], labelpad=8)
    at = max(len(epochs) - 2, 0)
    how: dict[str, Any] = {"weight": "bold", "ha": "right", "va": "bottom"}
    axes.text(at - 0.15, means[at] + 0.015, words["original"], color=paint.cnn, **how)
    return figure


def _control(axes: Axes, rows: list[dict], epochs: list[int], words: dict, paint: Palette) -> None:
    """Draw where another training ended: on images as they are, and on remapped ones."""
    largest = max(row["block"] for row in rows)
    _ends(axes, [row for row in rows if row["block"] == 1], epochs, paint.cnn)
    x, lowest = _ends(axes, [row for row in rows if row["block"] == largest], epochs, paint.second)
    how: dict[str, Any] = {"weight": "bold", "color": paint.second, "va": "top", "ha": "center"}
    axes.text(x, lowest - 0.015, words["remapped"], **how)


def _ends(axes: Axes, rows: list[dict], epochs: list[int], colour: str) -> tuple[float, float]:
    """Draw the ends of equally long trainings beside their epoch; give x and the lowest."""
    x = float(np.interp(rows[0]["epochs"], epochs, range(len(epochs)))) + BESIDE
    values = [row["likeness"] for row in rows]
    axes.plot([x] * len(values), values, "D", color=colour, ms=6.5, alpha=0.6, mew=0)
    mean = float(np.mean(values))
    axes.plot((x - 0.15, x + 0.15), (mean, mean), color=colour, linewidth=2.5)
    return x, min(values)
