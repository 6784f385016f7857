"""The error of difference quotients by their step, for one-sided and central ones."""

from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.ticker import FuncFormatter

from cnnviz.drawing.labels import write
from cnnviz.drawing.style import Canvas, Palette, canvas, panel

SUPERSCRIPTS = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")
LEAST = 1e-16  # what rounding makes zero is drawn here
DEMANDED = 1e-6  # of autograd


def draw(difference_steps: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw every repeat as a dot and the geometric means as lines, both axes logarithmic."""
    powers = sorted({row["power"] for row in difference_steps["runs"]})
    figure = canvas(height=400)
    write(figure, 0, 10, words["error"], color=paint.muted)
    axes = panel(figure, 58, 32, 492, 296)
    for kind, shape, colour, beside in (
        ("forward", "D", paint.second, 0.09),
        ("central", "o", paint.accent, -0.09),
    ):
        _errors(axes, difference_steps["runs"], powers, kind, shape, colour, beside)
    axes.axhline(np.log10(DEMANDED), color=paint.muted, linewidth=1.5, linestyle=(0, (4, 3)))
    axes.text(powers[0] - 0.4, np.log10(DEMANDED) + 0.5, words["demanded"], color=paint.muted)
    axes.set(xlim=(powers[0] - 0.5, powers[-1] + 0.5))
    axes.set_xticks(powers[::-2])
    power_of_ten = FuncFormatter(lambda power, _: f"10{str(round(power)).translate(SUPERSCRIPTS)}")
    axes.xaxis.set_major_formatter(power_of_ten)
    axes.yaxis.set_major_formatter(power_of_ten)
    axes.grid(axis="y")
    axes.set_xlabel(words["step"], labelpad=8)
    _names(axes, difference_steps["runs"], powers, words, paint)
    return figure


def _errors(
    axes: Axes,
    runs: list[dict],
    powers: list[int],
    kind: str,
    shape: str,
    colour: str,
    beside: float,
) -> None:
    errors = {
        power: [np.log10(max(row[kind], LEAST)) for row in runs if row["power"] == power]
        for power in powers
    }
    dots = [(power + beside, error) for power in powers for error in errors[power]]
    axes.plot(*zip(*dots, strict=True), shape, color=colour, ms=5, alpha=0.6, mew=0)
    means = [np.mean(errors[power]) for power in powers]
    axes.plot([power + beside for power in powers], means, color=colour, linewidth=2.5)


def _names(axes: Axes, runs: list[dict], powers: list[int], words: dict, paint: Palette) -> None:
    """Write both names in the upper middle, where the curves leave room."""
    middle = (powers[0] + powers[-1]) / 2
    top = axes.get_ylim()[1]
    room = (top - axes.get_ylim()[0]) / 14
    for line, (kind, colour) in enumerate((("forward", paint.second), ("central", paint.accent))):
        how: dict[str, Any] = {"color": colour, "weight": "bold", "ha": "center", "va": "top"}
        axes.text(middle, top - room * (0.6 + 1.2 * line), words[kind], **how)
