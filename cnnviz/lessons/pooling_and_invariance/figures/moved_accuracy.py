"""Test accuracy of both networks on digits that are shifted, turned and scaled."""

from typing import Any

from cnnviz.drawing.bands import band, moved
from cnnviz.drawing.labels import heading, write
from cnnviz.drawing.numbers import in_numbers, in_percent
from cnnviz.drawing.style import SMALL, Canvas, Palette, canvas, marker, panel, sheet

LEFT, ACROSS, DOWN, TOP, STEP = 54, 500, 150, 70, 234
CHANCE = 0.1
TICKS = {
    "right": [-8, -4, 0, 4, 8],
    "turn": [-90, -60, -30, 0, 30, 60, 90],
    "scale": [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2],
}


def draw(moved_accuracy: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw a panel for each way: every run a dot, the means as lines with their intervals."""
    figure = canvas(height=TOP + STEP * len(TICKS) - 14)
    page = sheet(figure)
    for place, network in enumerate(moved_accuracy["summary"]):
        heading(page, LEFT + 84 * place, 12, network, words, paint)
    write(figure, 0, 44, words["accuracy"], color=paint.muted)
    for row, (way, ticks) in enumerate(TICKS.items()):
        axes = panel(figure, LEFT, TOP + row * STEP, ACROSS, DOWN)
        axes.axhline(CHANCE, color=paint.muted, linewidth=1, dashes=(4, 4))
        for network in moved_accuracy["summary"]:
            look: dict[str, Any] = {"shape": marker(network), "colour": paint.network(network)}
            band(axes, **moved(moved_accuracy, network, way, "accuracy"), **look)
        axes.set(ylim=(0, 1), yticks=[0, 0.5, 1], xticks=ticks)
        in_percent(axes.yaxis, words)
        in_numbers(axes.xaxis, words, 2 if way == "scale" else 0)
        axes.grid(axis="y")
        axes.set_xlabel(words[way], labelpad=6)
        if way == "right":
            how: dict[str, Any] = {"color": paint.muted, "fontsize": SMALL}
            axes.text(0, CHANCE + 0.03, words["chance"], ha="center", **how)
    return figure
