"""Learning curves drawn in panels: each run a thin line, the mean of the runs a thick one."""

from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from cnnviz.drawing.labels import say, write
from cnnviz.drawing.numbers import in_numbers, in_percent
from cnnviz.drawing.style import WIDTH, Canvas, Palette, Words, canvas, panel, sheet
from cnnviz.lessons.training.results import Epoch, Measure
from cnnviz.results import where

FEW = 12  # epochs that can be marked one by one
MANY = 20  # epochs between marks where there are more
STYLES = ("-", (0, (4, 2)))  # the second line is dashed
LEFT, BETWEEN, RIGHT, TOP, TALL = 50, 66, 10, 78, 240

Lines = Sequence[tuple[list[Epoch], Measure]]  # whose rows, and what of them


def two_panels(
    panels: Sequence[Lines],
    names: Sequence[str],
    colours: Sequence[str],
    words: Words,
    paint: Palette,
) -> Canvas:
    """Draw two panels of two lines each; a panel has the name of what its first line measures."""
    across = (WIDTH - LEFT - BETWEEN - RIGHT) / 2
    figure = canvas(height=TOP + TALL + 62)
    key(sheet(figure), [words[name] for name in names], colours)
    for place, lines in enumerate(panels):
        left = LEFT + place * (across + BETWEEN)
        write(figure, left - LEFT, 54, words[lines[0][1]], color=paint.muted)
        axes = panel(figure, left, TOP, across, TALL)
        for (rows, measure), colour, style in zip(lines, colours, STYLES, strict=True):
            means = curve(axes, rows, measure, colour, style)
        frame(axes, len(means), measure, words)
        axes.set_xlabel(words["epoch"], labelpad=8)
    return figure


def curve(
    axes: Axes, rows: list[Epoch], measure: Measure, colour: str, style: object
) -> np.ndarray:
    """Draw one measure of one kind, epoch by epoch; give its means."""
    seeds = sorted({row["seed"] for row in rows})
    runs = np.array([[row[measure] for row in where(rows, seed=seed)] for seed in seeds])
    epochs = np.arange(1, runs.shape[1] + 1)
    for run in runs:
        axes.plot(epochs, run, color=colour, linewidth=0.9, alpha=0.35)
        if len(epochs) <= FEW:
            axes.plot(epochs, run, "o", color=colour, ms=4.5, alpha=0.5, mew=0)
    means = runs.mean(axis=0)
    axes.plot(epochs, means, color=colour, linewidth=2.5, linestyle=style)
    return means


def frame(axes: Axes, epochs: int, measure: Measure, words: Words) -> None:
    """Mark whole epochs below; let a loss begin at zero, and an accuracy end at one."""
    axes.set_xlim(1 - 0.03 * epochs, epochs + 0.03 * epochs)
    axes.set_xticks(range(1, epochs + 1) if epochs <= FEW else [1, *range(MANY, epochs + 1, MANY)])
    axes.yaxis.set_major_locator(MaxNLocator(5, steps=[1, 2, 5, 10]))
    axes.grid(axis="y")
    if measure.endswith("loss"):
        axes.set_ylim(bottom=0)
        in_numbers(axes.yaxis, words)
    else:
        axes.set_ylim(top=1)
        in_percent(axes.yaxis, words)


def key(page: Axes, names: Sequence[str], colours: Sequence[str]) -> None:
    """Say what two lines stand for: a piece of each, and its name in its colour."""
    for left, name, colour, style in zip((0, WIDTH / 2), names, colours, STYLES, strict=True):
        page.plot((left, left + 24), (13, 13), color=colour, linewidth=2.5, linestyle=style)
        say(page, left + 31, 12, name, colour, weight="bold")
