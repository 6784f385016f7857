"""The error of difference quotients by their step, for one-sided and central ones."""

from typing import Literal

import numpy as np
from matplotlib.ticker import FuncFormatter

from cnnviz.drawing.labels import write
from cnnviz.drawing.style import Canvas, Look, Palette, Words, canvas, panel
from cnnviz.lessons.shared_weights_gradient.results import StepErrors

SUPERSCRIPTS = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")
POWER_OF_TEN = FuncFormatter(lambda power, _: f"10{str(round(power)).translate(SUPERSCRIPTS)}")
LEAST = 1e-16  # what rounding makes zero is drawn here
DEMANDED = np.log10(1e-6)  # of autograd
KINDS: tuple[tuple[Literal["forward", "central"], str, float], ...] = (
    ("forward", "D", 0.09),  # its dots stand a little to the right
    ("central", "o", -0.09),
)


def draw(difference_steps: StepErrors, words: Words, paint: Palette) -> Canvas:
    """Draw every repeat as a dot and the geometric means as lines, both axes logarithmic."""
    rows = sorted(difference_steps["runs"], key=lambda row: row["power"])
    powers = sorted({row["power"] for row in rows})
    figure = canvas(height=400)
    write(figure, 0, 10, words["error"], color=paint.muted)
    axes = panel(figure, 58, 32, 492, 296)
    for line, (kind, shape, beside) in enumerate(KINDS):
        colour = paint.second if kind == "forward" else paint.accent
        x = [row["power"] + beside for row in rows]
        errors = [np.log10(max(row[kind], LEAST)) for row in rows]
        axes.plot(x, errors, shape, color=colour, ms=5, alpha=0.6, mew=0)
        means = np.reshape(errors, (len(powers), -1)).mean(axis=1)
        axes.plot([power + beside for power in powers], means, color=colour, linewidth=2.5)
        # The names stand in the upper middle, where the curves leave room.
        how: Look = {"color": colour, "weight": "bold", "ha": "center", "va": "top"}
        y = 1 - (0.6 + 1.2 * line) / 14
        axes.text(0.5, y, words[kind], transform=axes.transAxes, **how)
    axes.axhline(DEMANDED, color=paint.muted, linewidth=1.5, linestyle=(0, (4, 3)))
    axes.text(powers[0] - 0.4, DEMANDED + 0.5, words["demanded"], color=paint.muted)
    axes.set(xlim=(powers[0] - 0.5, powers[-1] + 0.5))
    axes.set_xticks(powers[::-2])
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_major_formatter(POWER_OF_TEN)
    axes.grid(axis="y")
    axes.set_xlabel(words["step"], labelpad=8)
    return figure
