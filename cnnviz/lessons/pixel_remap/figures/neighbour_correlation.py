"""How alike two pixels are by their distance, on original and on remapped digits."""

from statistics import fmean
from typing import Literal

from cnnviz.drawing.labels import write
from cnnviz.drawing.numbers import in_numbers
from cnnviz.drawing.style import Canvas, Look, Palette, Words, canvas, panel
from cnnviz.lessons.pixel_remap.results import Correlations
from cnnviz.results import where

WHICH: tuple[Literal["original", "remapped"], ...] = ("original", "remapped")


def draw(neighbour_correlation: Correlations, words: Words, paint: Palette) -> Canvas:
    """Draw the correlation over the distance; each dot of the remapped is one shuffle."""
    rows = neighbour_correlation["runs"]
    distances = sorted({row["distance"] for row in rows})
    original, remapped = (
        [fmean(row[which] for row in where(rows, distance=distance)) for distance in distances]
        for which in WHICH
    )
    figure = canvas(height=340)
    write(figure, 0, 10, words["correlation"], color=paint.muted)
    axes = panel(figure, 50, 32, 500, 250)
    axes.axhline(0, color=paint.muted, linewidth=1)
    axes.plot(distances, original, "-o", color=paint.ink, linewidth=2.5, ms=7)
    dots = [row["distance"] for row in rows], [row["remapped"] for row in rows]
    axes.plot(*dots, "D", color=paint.accent, ms=5, alpha=0.5, mew=0)
    axes.plot(distances, remapped, color=paint.accent, linewidth=2.5)
    at = min(2, len(distances) - 1)
    x, y = distances[at] + 0.3, original[at]
    axes.text(x, y + 0.03, words["original"], weight="bold")
    how: Look = {"color": paint.accent, "weight": "bold", "va": "bottom"}
    axes.text(distances[-1], 0.1, words["remapped"], ha="right", **how)
    lowest = min(0, *(row[which] for row in rows for which in WHICH))
    axes.set(xlim=(0.5, distances[-1] + 0.5), ylim=(lowest - 0.05, 1))
    axes.set_xticks(distances)
    axes.set_yticks([0, 0.5, 1])
    in_numbers(axes.yaxis, words)
    axes.grid(axis="y")
    axes.set_xlabel(words["distance"], labelpad=8)
    return figure
