"""Kinds of training in panels of learning curves: each run a thin line, the mean a thick one."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from cnnviz.drawing.numbers import in_numbers, in_percent

FEW = 12  # epochs that can be marked one by one
MANY = 20  # epochs between marks where there are more


def curve(
    axes: Axes, rows: Sequence[dict[str, Any]], measure: str, colour: str, dashed: bool = False
) -> np.ndarray:
    """Draw one measure of one kind, epoch by epoch; give its means."""
    seeds = sorted({row["seed"] for row in rows})
    runs = np.array([[row[measure] for row in rows if row["seed"] == seed] for seed in seeds])
    epochs = np.arange(1, runs.shape[1] + 1)
    style = (0, (4, 2)) if dashed else "-"
    for run in runs:
        axes.plot(epochs, run, color=colour, linewidth=0.9, alpha=0.35)
        if len(epochs) <= FEW:
            axes.plot(epochs, run, "o", color=colour, ms=4.5, alpha=0.5, mew=0)
    means = runs.mean(axis=0)
    axes.plot(epochs, means, color=colour, linewidth=2.5, linestyle=style)
    return means


def epochs_below(axes: Axes, epochs: int) -> None:
    """Mark whole epochs on the axis below: all of a few, some of many."""
    axes.set_xlim(1 - 0.03 * epochs, epochs + 0.03 * epochs)
    few = list(range(1, epochs + 1))
    axes.set_xticks(few if epochs <= FEW else [1, *range(MANY, epochs + 1, MANY)])


def of(result: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    """Give the rows of one kind, in the order of their epochs."""
    rows = [row for row in result["curves"] if row["kind"] == kind]
    return sorted(rows, key=lambda row: row["epoch"])


def key(page: Axes, left: float, top: float, text: str, colour: str, dashed: bool = False) -> None:
    """Say what a line stands for: a piece of it, and the words in its colour."""
    style = (0, (4, 2)) if dashed else "-"
    page.plot((left, left + 24), (top + 1, top + 1), color=colour, linewidth=2.5, linestyle=style)
    page.text(left + 31, top, text, color=colour, weight="bold", va="center_baseline")


def measured(axes: Axes, measure: str, words: dict[str, str]) -> None:
    """Let a loss begin at zero and an accuracy end at one, in steps that are easily read."""
    axes.yaxis.set_major_locator(MaxNLocator(5, steps=[1, 2, 5, 10]))
    axes.grid(axis="y")
    if measure.endswith("loss"):
        axes.set_ylim(bottom=0)
        in_numbers(axes.yaxis, words)
    else:
        axes.set_ylim(top=1)
        in_percent(axes.yaxis, words)
