"""Whether each network is right as often as it is sure."""

from typing import Any

from matplotlib.axes import Axes

from cnnviz.drawing.labels import ends_inward, heading, write
from cnnviz.drawing.numbers import in_percent, percent
from cnnviz.drawing.style import SMALL, WIDTH, Canvas, Palette, canvas, marker, panel, sheet

LEFT, BETWEEN, RIGHT, TOP = 50, 34, 10, 70


def draw(reliability: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw accuracy over confidence: a dot for each run and bin, its area the images in it."""
    networks = list(reliability["summary"])
    side = (WIDTH - LEFT - BETWEEN * (len(networks) - 1) - RIGHT) / len(networks)
    figure = canvas(height=TOP + side + 66)
    page = sheet(figure)
    write(figure, 0, 46, words["accuracy"], color=paint.muted)
    for column, network in enumerate(networks):
        left = LEFT + column * (side + BETWEEN)
        heading(page, left, 12, network, words, paint)
        axes = panel(figure, left, TOP, side, side)
        rows = [row for row in reliability["runs"] if row["network"] == network]
        _dots(axes, rows, network, paint)
        _frame(axes, words, paint)
        error = percent(reliability["summary"][network]["error"]["mean"], words, 1)
        axes.text(0.97, 0.04, f"{words['error']}\n{error}", ha="right", fontsize=SMALL)
        axes.tick_params(labelleft=column == 0)
    foot = TOP + side + 54
    write(figure, WIDTH / 2 + 20, foot, words["confidence"], color=paint.muted, ha="center")
    return figure


def _dots(axes: Axes, rows: list[dict[str, Any]], network: str, paint: Palette) -> None:
    most = max(row["images"] for row in rows)
    axes.scatter(
        [row["confidence"] for row in rows],
        [row["accuracy"] for row in rows],
        s=[18 + 282 * row["images"] / most for row in rows],
        marker=marker(network),
        color=paint.network(network),
        alpha=0.6,
        linewidth=0,
        clip_on=False,
        zorder=3,
    )


def _frame(axes: Axes, words: dict[str, str], paint: Palette) -> None:
    axes.plot((0, 1), (0, 1), color=paint.muted, linewidth=1.5, dashes=(4, 4))
    axes.set(xlim=(0, 1), ylim=(0, 1), xticks=[0, 0.5, 1], yticks=[0, 0.5, 1])
    axes.grid()
    in_percent(axes.xaxis, words)
    in_percent(axes.yaxis, words)
    ends_inward(axes)
    named: dict[str, Any] = {"color": paint.muted, "fontsize": SMALL, "linespacing": 1.1}
    axes.text(0.04, 0.96, words["unsure"], va="top", **named)
    axes.text(0.97, 0.27, words["sure"], ha="right", **named)
