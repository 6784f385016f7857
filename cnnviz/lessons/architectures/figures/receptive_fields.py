"""How the receptive field grows from layer to layer, as a share of the image's side."""

from math import log

from matplotlib.axes import Axes
from matplotlib.ticker import FixedLocator, NullLocator

from cnnviz.drawing.labels import apart, say, write
from cnnviz.drawing.network_names import NAMES
from cnnviz.drawing.numbers import in_percent, percent
from cnnviz.drawing.style import SMALL, Canvas, Palette, Words, canvas, panel
from cnnviz.lessons.architectures.results import NetworkStages

LOW, HIGH = 0.01, 5
TICKS = (0.01, 0.1, 0.25, 0.5, 1, 2, 4)
LEFT, TOP, WIDE, TALL = 58, 34, 330, 340
LABEL = 20  # px that a label needs
MARKS = ("o-", "D--", "s-", "^-", "v-", "X-")


def draw(network_stages: NetworkStages, words: Words, paint: Palette) -> Canvas:
    """Draw a line for each network whose fields are known, and the image's side as a dashed one."""
    shares = {
        name: [field / network["image"][1] for field in network["fields"] if field]
        for name, network in network_stages.items()
        if None not in network["fields"] and name != "simple_cnn"
    }
    deepest = max(len(seen) for seen in shares.values())
    figure = canvas(height=TOP + TALL + 60)
    write(figure, 0, 10, words["share"], color=paint.muted)
    axes = panel(figure, LEFT, TOP, WIDE, TALL)
    _scales(axes, deepest, words)
    axes.axhline(1, color=paint.ink, linewidth=1.5, dashes=(4, 4))
    axes.text(-3.8, 1.12, words["image"], fontsize=SMALL)
    colours = (paint.cnn, paint.accent, paint.second, paint.ink, paint.accent, paint.muted)
    # Labels stand at heights from 0, the lowest, to 1 on the axis of logarithms.
    ends = apart([log(seen[-1] / LOW, HIGH / LOW) for seen in shares.values()], LABEL / TALL)
    for (name, seen), end, colour, mark in zip(shares.items(), ends, colours, MARKS, strict=True):
        axes.plot(range(1, len(seen) + 1), seen, mark, color=colour, linewidth=2, ms=4.5)
        lead = (len(seen), deepest + 1.6), (seen[-1], LOW * (HIGH / LOW) ** end)
        axes.plot(*lead, color=colour, linewidth=0.8, alpha=0.5, clip_on=False)
        label = f"{NAMES[name]} {percent(seen[-1], words)}"
        say(axes, 1.015, end, label, colour, SMALL, weight="bold", transform=axes.transAxes)
    return figure


def _scales(axes: Axes, deepest: int, words: Words) -> None:
    axes.set_yscale("log")
    axes.set(xlim=(-4, deepest + 1), xticks=range(0, deepest + 2, 10), ylim=(LOW, HIGH))
    axes.yaxis.set_major_locator(FixedLocator(TICKS))
    axes.yaxis.set_minor_locator(NullLocator())
    in_percent(axes.yaxis, words)
    axes.set_xlabel(words["depth"], labelpad=8)
    axes.grid(axis="y")
