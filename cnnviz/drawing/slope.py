"""Accuracy here and there: each run a dot and a thin line, the mean a thick one."""

from collections.abc import Mapping, Sequence
from typing import Any

from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from cnnviz.drawing.labels import apart
from cnnviz.drawing.numbers import in_percent, percent
from cnnviz.drawing.style import Palette, Words, marker
from cnnviz.results import Summary

BESIDE = 0.05  # from a network's dots out to its mean, and on to the next network's dots
EDGE = 0.75  # room for the labels on both sides
LABEL = 20  # px that a line of a label needs
SHORT = 5  # letters of a name that leaves room for its number on the same line


def slope(
    axes: Axes,
    runs: Mapping[str, Sequence[tuple[float, float]]],
    summary: dict[str, tuple[Summary, Summary]],
    words: dict[str, str],
    paint: Palette,
) -> None:
    """Draw the runs of each network, in pairs (here, there), and their means and intervals."""
    for side, (network, pairs) in enumerate(runs.items()):
        colour, shape = paint.network(network), marker(network)
        out = 2 * BESIDE * side
        for pair in pairs:
            axes.plot((-out, 1 + out), pair, color=colour, linewidth=0.8, alpha=0.35)
            axes.plot((-out, 1 + out), pair, shape, color=colour, ms=5.5, alpha=0.6, mew=0)
        _means(axes, summary[network], out + BESIDE, shape, colour, paint)
    _labels(axes, summary, words, paint)


def frame(axes: Axes, lowest: float, highest: float, ends: Sequence[str], words: dict) -> None:
    """Set the limits, round a little wider than the data, and name the two ends."""
    room = max(0.12 * (highest - lowest), 0.01)
    axes.set(xlim=(-EDGE, 1 + EDGE), ylim=(max(0, lowest - room), min(1, highest + room)))
    axes.set_xticks((0, 1), ends, fontsize="medium")
    axes.yaxis.set_major_locator(MaxNLocator(5, steps=[1, 2, 5, 10]))
    in_percent(axes.yaxis, words)
    axes.grid(axis="y")


def _means(
    axes: Axes, ends: tuple[Summary, Summary], out: float, shape: str, colour: str, paint: Palette
) -> None:
    places = (-out, 1 + out)
    means = [end["mean"] for end in ends]
    axes.plot(places, means, color=colour, linewidth=2.5)
    for place, end in zip(places, ends, strict=True):
        axes.plot((place, place), (end["low"], end["high"]), color=colour, linewidth=2.5)
    axes.plot(places, means, shape, color=colour, markersize=11, mec=paint.page, mew=1.5)


def _labels(
    axes: Axes, summary: dict[str, tuple[Summary, Summary]], words: Words, paint: Palette
) -> None:
    low, high = axes.get_ylim()
    long = max(len(words[network]) for network in summary) > SHORT
    gap = LABEL * (1 + long) * (high - low) / axes.bbox.height
    out = 2 * BESIDE * len(summary) + 0.03
    for side, (place, align) in enumerate(((-out, "right"), (1 + out, "left"))):
        means = [ends[side]["mean"] for ends in summary.values()]
        for network, mean, y in zip(summary, means, apart(means, gap), strict=True):
            between = "\n" if len(words[network]) > SHORT else " "
            text = f"{words[network]}{between}{percent(mean, words, 1)}"
            how: dict[str, Any] = {"color": paint.network(network), "weight": "bold", "ha": align}
            how["va"] = "center" if between == "\n" else "center_baseline"
            axes.text(place, y, text, linespacing=1.1, **how)
