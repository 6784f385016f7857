"""Whether each network is right as often as it is sure."""

from matplotlib.axes import Axes

from cnnviz.drawing.labels import ends_inward, heading, write
from cnnviz.drawing.numbers import percent, shares
from cnnviz.drawing.style import SMALL, WIDTH, Canvas, Look, Palette, Words, canvas, panel, sheet
from cnnviz.drawing.style import marker as shape
from cnnviz.lessons.noise.results import Bin, Reliability
from cnnviz.results import where

LEFT, BETWEEN, RIGHT, TOP = 50, 34, 10, 70


def draw(reliability: Reliability, words: Words, paint: Palette) -> Canvas:
    """Draw accuracy over confidence: a dot for each run and bin, its area the images in it."""
    networks = reliability["summary"]
    side = (WIDTH - LEFT - BETWEEN * (len(networks) - 1) - RIGHT) / len(networks)
    figure = canvas(height=TOP + side + 66)
    page = sheet(figure)
    write(figure, 0, 46, words["accuracy"], color=paint.muted)
    for column, (network, summary) in enumerate(networks.items()):
        left = LEFT + column * (side + BETWEEN)
        heading(page, left, 12, network, words, paint)
        axes = panel(figure, left, TOP, side, side)
        _dots(axes, where(reliability["runs"], network=network), network, paint)
        _frame(axes, words, paint)
        error = f"{words['error']}\n{percent(summary['error']['mean'], words, 1)}"
        axes.text(0.97, 0.04, error, ha="right", fontsize=SMALL)
        axes.tick_params(labelleft=column == 0)
    foot = TOP + side + 54
    write(figure, WIDTH / 2 + 20, foot, words["confidence"], color=paint.muted, ha="center")
    return figure


def _dots(axes: Axes, rows: list[Bin], network: str, paint: Palette) -> None:
    most = max(row["images"] for row in rows)
    across, down = ([row[measure] for row in rows] for measure in ("confidence", "accuracy"))
    areas = [18 + 282 * row["images"] / most for row in rows]
    look: Look = {"color": paint.network(network), "alpha": 0.6, "linewidth": 0, "zorder": 3}
    axes.scatter(across, down, areas, marker=shape(network), clip_on=False, **look)


def _frame(axes: Axes, words: Words, paint: Palette) -> None:
    axes.plot((0, 1), (0, 1), color=paint.muted, linewidth=1.5, dashes=(4, 4))
    shares(axes, words)
    ends_inward(axes)
    look: Look = {"color": paint.muted, "fontsize": SMALL, "linespacing": 1.1}
    axes.text(0.04, 0.96, words["unsure"], va="top", **look)
    axes.text(0.97, 0.27, words["sure"], ha="right", **look)
