"""Test accuracy of both networks on digits shifted to the right and downwards."""

from typing import Any

from cnnviz.drawing.bands import band, moved
from cnnviz.drawing.labels import heading, write
from cnnviz.drawing.numbers import in_numbers, in_percent
from cnnviz.drawing.style import SMALL, Canvas, Palette, canvas, marker, panel, sheet

LEFTS, ACROSS, DOWN, TOP = (50, 316), 240, 260, 66
CHANCE = 0.1


def draw(moved_accuracy: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw a panel for each way: every run a dot, the means as lines with their intervals."""
    figure = canvas(height=TOP + DOWN + 62)
    page = sheet(figure)
    for place, network in enumerate(moved_accuracy["summary"]):
        heading(page, LEFTS[0] + 84 * place, 12, network, words, paint)
    write(figure, 0, 42, words["accuracy"], color=paint.muted)
    for left, way in zip(LEFTS, ("right", "down"), strict=True):
        axes = panel(figure, left, TOP, ACROSS, DOWN)
        axes.axhline(CHANCE, color=paint.muted, linewidth=1, dashes=(4, 4))
        for network in moved_accuracy["summary"]:
            look: dict[str, Any] = {"shape": marker(network), "colour": paint.network(network)}
            band(axes, **moved(moved_accuracy, network, way, "accuracy"), **look, size=4)
        axes.set(ylim=(0, 1), yticks=[0, 0.25, 0.5, 0.75, 1], xticks=[-8, -4, 0, 4, 8])
        in_percent(axes.yaxis, words)
        in_numbers(axes.xaxis, words, 0)
        axes.grid(axis="y")
        axes.set_xlabel(words[way], labelpad=8)
        axes.tick_params(labelleft=way == "right")
        if way == "right":
            how: dict[str, Any] = {"color": paint.muted, "fontsize": SMALL}
            axes.text(0, CHANCE - 0.02, words["chance"], ha="center", va="top", **how)
    return figure
