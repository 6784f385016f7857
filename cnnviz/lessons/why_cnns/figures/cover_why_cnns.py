"""The cover of the first lesson: how far each network's accuracy reaches when digits move."""

from cnnviz.drawing.style import Canvas, Palette, Words, canvas, panel
from cnnviz.lessons.shared.results import MovedAccuracies
from cnnviz.results import where

WIDTH, HEIGHT = 480, 270


def draw(moved_accuracy: MovedAccuracies, words: Words, paint: Palette) -> Canvas:
    """Draw both networks' accuracy over the shift as hills, one before the other."""
    figure = canvas(height=HEIGHT, width=WIDTH)
    axes = panel(figure, 0, 0, WIDTH, HEIGHT)
    axes.set_axis_off()
    for (network, ways), alpha in zip(moved_accuracy["summary"].items(), (0.4, 0.85), strict=True):
        rows = where(moved_accuracy["runs"], network=network, transform="right")
        dots = [row["amount"] for row in rows], [row["accuracy"] for row in rows]
        amounts, colour = sorted(map(int, ways["right"])), paint.network(network)
        means = [ways["right"][str(amount)]["accuracy"]["mean"] for amount in amounts]
        axes.fill_between(amounts, 0, means, color=colour, alpha=alpha, linewidth=0)
        axes.plot(amounts, means, color=colour, linewidth=3)
        axes.plot(*dots, "o", color=colour, ms=3.5, alpha=0.6, mew=0)
        axes.set(xlim=(amounts[0], amounts[-1]), ylim=(0, 1.12))
    return figure
