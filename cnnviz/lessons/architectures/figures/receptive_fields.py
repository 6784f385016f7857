"""How the receptive field grows from layer to layer, as a share of the image's side."""

from typing import Any

from matplotlib.ticker import FixedLocator, NullLocator

from cnnviz.drawing.labels import apart, write
from cnnviz.drawing.network_names import NAMES
from cnnviz.drawing.numbers import percent
from cnnviz.drawing.style import SMALL, Canvas, Palette, canvas, panel

TICKS = (0.01, 0.1, 0.25, 0.5, 1, 2, 4)
LEFT, TOP, WIDE, TALL = 58, 34, 330, 340
LABEL = 20  # px that a label needs
MARKS = ("o-", "D--", "s-", "^-", "v-", "X-")


def draw(network_stages: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw a line for each network whose fields are known, and the image's side as a dashed one."""
    shares = {
        name: [field / row["image"][1] for field in row["fields"]]
        for name, row in network_stages.items()
        if None not in row["fields"] and name != "simple_cnn"
    }
    deepest = max(len(seen) for seen in shares.values())
    figure = canvas(height=TOP + TALL + 60)
    write(figure, 0, 10, words["share"], color=paint.muted)
    axes = panel(figure, LEFT, TOP, WIDE, TALL)
    axes.set_yscale("log")
    axes.set(xlim=(-4, deepest + 1), xticks=range(0, deepest + 2, 10), ylim=(0.01, 5))
    axes.yaxis.set_major_locator(FixedLocator(TICKS))
    axes.yaxis.set_minor_locator(NullLocator())
    axes.yaxis.set_major_formatter(lambda share, _: percent(share, words))
    axes.set_xlabel(words["depth"], labelpad=8)
    axes.grid(axis="y")
    axes.axhline(1, color=paint.ink, linewidth=1.5, dashes=(4, 4))
    axes.text(-3.8, 1.12, words["image"], fontsize=SMALL)
    colours = (paint.cnn, paint.accent, paint.second, paint.ink, paint.accent, paint.muted)
    ends = {name: seen[-1] for name, seen in shares.items()}
    places = apart([_height(axes, share) for share in ends.values()], LABEL / TALL)
    for (name, seen), place, colour, mark in zip(
        shares.items(), places, colours, MARKS, strict=True
    ):
        depth = range(1, len(seen) + 1)
        axes.plot(depth, seen, mark, color=colour, linewidth=2, ms=4.5)
        axes.plot(
            (len(seen), deepest + 1.6),
            (seen[-1], 0.01 * 500**place),
            color=colour,
            linewidth=0.8,
            alpha=0.5,
            clip_on=False,
        )
        label = f"{NAMES[name]} {percent(seen[-1], words)}"
        how: dict[str, Any] = {"color": colour, "weight": "bold", "va": "center_baseline"}
        axes.text(1.015, place, label, transform=axes.transAxes, fontsize=SMALL, **how)
    return figure


def _height(axes: Any, share: float) -> float:
    """Give a share's place on the axis, from 0 at the bottom to 1 at the top."""
    return float(axes.transAxes.inverted().transform(axes.transData.transform((0, share)))[1])
