"""A measure over an amount: every run a dot, the mean a line, its 95 % interval a band."""

from collections.abc import Mapping, Sequence
from typing import Any

from matplotlib.axes import Axes

from cnnviz.drawing.numbers import in_numbers
from cnnviz.drawing.style import Words
from cnnviz.results import Summary


def band(
    axes: Axes,
    rows: Sequence[Mapping[str, Any]],
    over: tuple[str, str],
    means: Mapping[str, Summary],
    shape: str,
    colour: str,
    size: float = 4.5,
) -> None:
    """Draw rows, `over` as in ("amount", "kept"), and the means of their measure by amount."""
    by_amount = sorted(means, key=float)
    amounts, line = [float(by) for by in by_amount], [means[by]["mean"] for by in by_amount]
    low, high = [means[by]["low"] for by in by_amount], [means[by]["high"] for by in by_amount]
    axes.fill_between(amounts, low, high, alpha=0.18, color=colour, linewidth=0)
    across, values = ([row[name] for row in rows] for name in over)
    axes.plot(across, values, shape, color=colour, ms=size, alpha=0.55, mew=0, clip_on=False)
    axes.plot(amounts, line, color=colour, linewidth=2.5)


def amounts_below(
    axes: Axes, ticks: Sequence[float], name: str, words: Words, digits: int = 0, pad: float = 8
) -> None:
    """Mark amounts on the axis below, and name them."""
    axes.set_xticks(ticks)
    in_numbers(axes.xaxis, words, digits)
    axes.set_xlabel(name, labelpad=pad)
