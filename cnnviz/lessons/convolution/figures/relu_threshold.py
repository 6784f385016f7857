"""ReLU as a threshold at zero: its graph, and an edge map before and after it."""

from typing import Any

from cnnviz.drawing.numbers import in_numbers
from cnnviz.drawing.signed import signed_key, signed_tile
from cnnviz.drawing.style import SMALL, WIDTH, Canvas, Palette, canvas, panel, sheet

SHOWN = 2  # of the digits
GAP = 16
GRAPH = (34, 36, 210, 150)  # left, top, width, height
MAPS = 262  # px above the maps


def draw(edges_digits: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw the graph, then the map of one digit, what ReLU keeps, and what it would not."""
    shown = {name: edges_digits[name][SHOWN] for name in ("vertical", "rectified", "opposite")}
    side = (WIDTH - GAP * (len(shown) - 1)) / len(shown)
    reach = abs(shown["vertical"]).max()
    figure = canvas(height=round(MAPS + side))
    page = sheet(figure)
    _graph(figure, reach, words, paint)
    page.text(300, 60, words["rule"], weight="bold", va="center_baseline")
    for at, line in enumerate(words["note"].split("\n")):
        page.text(300, 90 + 24 * at, line, color=paint.muted, va="center_baseline")
    signed_key(page, 296, 172, reach, words, paint)
    for at, (name, values) in enumerate(shown.items()):
        left = at * (side + GAP)
        page.text(left, MAPS - 16, words[name], fontsize=SMALL, va="center_baseline")
        signed_tile(page, values, left, MAPS, side, reach, paint)
    return figure


def _graph(figure: Any, reach: float, words: dict[str, str], paint: Palette) -> None:
    axes = panel(figure, *GRAPH)
    axes.axhline(0, color=paint.muted, linewidth=1)
    axes.axvline(0, color=paint.muted, linewidth=1)
    axes.plot((-reach, 0), (0, 0), color=paint.second, linewidth=4)
    axes.plot((0, reach), (0, reach), color=paint.accent, linewidth=4)
    axes.set(xlim=(-reach, reach), ylim=(-0.12 * reach, reach))
    ticks = [-round(reach), 0, round(reach)]
    axes.set_xticks(ticks)
    axes.set_yticks(ticks[1:])
    in_numbers(axes.xaxis, words, 0)
    in_numbers(axes.yaxis, words, 0)
    axes.set_title(words["graph"], loc="left", fontsize=16, color=paint.muted, pad=12)
