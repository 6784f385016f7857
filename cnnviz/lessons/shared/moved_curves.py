"""How moved digits are drawn: each network's accuracy over the amount by which they move."""

from matplotlib.axes import Axes

from cnnviz.drawing.bands import band
from cnnviz.drawing.numbers import shares
from cnnviz.drawing.style import Palette, Words, marker
from cnnviz.lessons.shared.results import MovedAccuracies
from cnnviz.results import where

CHANCE = 0.1  # ten digits


def moved_curves(
    axes: Axes,
    moved_accuracy: MovedAccuracies,
    way: str,
    words: Words,
    paint: Palette,
    size: float = 4.5,
) -> None:
    """Draw every run and the means of both networks for one way of moving, above chance."""
    axes.axhline(CHANCE, color=paint.muted, linewidth=1, dashes=(4, 4))
    for network, ways in moved_accuracy["summary"].items():
        rows = where(moved_accuracy["runs"], network=network, transform=way)
        means = {by: each["accuracy"] for by, each in ways[way].items()}
        shape, colour = marker(network), paint.network(network)
        band(axes, rows, ("amount", "accuracy"), means, shape, colour, size)
    shares(axes, words, across=False)
