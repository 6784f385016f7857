"""How line-like first filters become: through training, and where the pixels were remapped."""

from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from cnnviz.figures.labels import write
from cnnviz.figures.numbers import in_percent
from cnnviz.figures.style import Palette, canvas, panel, svg, themed
from cnnviz.pipeline.outcome import Drawing


def draw(result: dict[str, Any], words: dict[str, str], theme: str) -> Drawing:
    """Draw each network as a dot, its mean over filters; lines join the means over networks."""
    rows = result["runs"]
    epochs = sorted({row["epoch"] for row in rows})
    with themed(theme) as paint:
        figure = canvas(height=380)
        for line, text in enumerate(words["likeness"].split("\n")):
            write(figure, 0, 10 + 22 * line, text, color=paint.muted)
        axes = panel(figure, 52, 60, 500, 256)
        x = [epochs.index(row["epoch"]) for row in rows]
        dots: dict[str, Any] = {"ms": 6.5, "alpha": 0.6, "mew": 0}
        axes.plot(x, [row["likeness"] for row in rows], "o", color=paint.cnn, **dots)
        means = [np.mean([r["likeness"] for r in rows if r["epoch"] == e]) for e in epochs]
        axes.plot(range(len(epochs)), means, color=paint.cnn, linewidth=2.5)
        _control(axes, result["control"], epochs, words, paint)
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
        return svg(figure)


def _control(axes: Axes, rows: list[dict], epochs: list[int], words: dict, paint: Palette) -> None:
    largest = max(row["block"] for row in rows)
    remapped = [row for row in rows if row["block"] == largest]
    x = [float(np.interp(row["epochs"], epochs, range(len(epochs)))) for row in remapped]
    values = [row["likeness"] for row in remapped]
    dots: dict[str, Any] = {"ms": 6.5, "alpha": 0.6, "mew": 0}
    axes.plot(x, values, "D", color=paint.second, **dots)
    mean = float(np.mean(values))
    axes.plot((x[0] - 0.15, x[0] + 0.15), (mean, mean), color=paint.second, linewidth=2.5)
    how: dict[str, Any] = {"weight": "bold", "color": paint.second, "va": "top", "ha": "center"}
    axes.text(x[0], min(values) - 0.015, words["remapped"], **how)
