"""The cover of the first lesson: how far each network's accuracy reaches when digits move."""

from typing import Any

from cnnviz.drawing.bands import moved
from cnnviz.drawing.style import Canvas, Palette, canvas, panel

WIDTH, HEIGHT = 480, 270


def draw(moved_accuracy: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw both networks' accuracy over the shift as hills, one before the other."""
    figure = canvas(height=HEIGHT, width=WIDTH)
    axes = panel(figure, 0, 0, WIDTH, HEIGHT)
    axes.set_axis_off()
    for network, alpha in zip(moved_accuracy["summary"], (0.4, 0.85), strict=True):
        colour = paint.network(network)
        drawn = moved(moved_accuracy, network, "right", "accuracy")
        amounts = sorted(drawn["means"])
        means = [drawn["means"][amount]["mean"] for amount in amounts]
        axes.fill_between(amounts, 0, means, color=colour, alpha=alpha, linewidth=0)
        axes.plot(amounts, means, color=colour, linewidth=3)
        runs = drawn["dots"]
        axes.plot(*zip(*runs, strict=True), "o", color=colour, ms=3.5, alpha=0.6, mew=0)
    axes.set(xlim=(amounts[0], amounts[-1]), ylim=(0, 1.12))
    return figure
