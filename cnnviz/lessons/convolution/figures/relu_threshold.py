"""ReLU as a threshold at zero: its graph, and an edge map before and after it."""

from cnnviz.drawing.labels import say
from cnnviz.drawing.numbers import in_numbers
from cnnviz.drawing.signed import signed_key, signed_tile
from cnnviz.drawing.style import SMALL, WIDTH, Canvas, Palette, Words, canvas, panel, sheet
from cnnviz.lessons.convolution.results import DigitEdges

SHOWN = 2  # of the digits
GAP = 16
TOP = 262  # px above the maps


def draw(edges_digits: DigitEdges, words: Words, paint: Palette) -> Canvas:
    """Draw the graph, then the map of one digit, what ReLU keeps, and what it would not."""
    maps = {name: edges_digits[name][SHOWN] for name in ("vertical", "rectified", "opposite")}
    reach = abs(maps["vertical"]).max()
    side = (WIDTH - GAP * (len(maps) - 1)) / len(maps)
    figure = canvas(height=round(TOP + side))
    page = sheet(figure)
    _graph(figure, reach, words, paint)
    say(page, 300, 60, words["rule"], weight="bold")
    for at, line in enumerate(words["note"].split("\n")):
        say(page, 300, 90 + 24 * at, line, paint.muted)
    signed_key(page, 296, 172, reach, words, paint)
    for at, (name, values) in enumerate(maps.items()):
        left = at * (side + GAP)
        say(page, left, TOP - 16, words[name], size=SMALL)
        signed_tile(page, values, left, TOP, side, reach, paint)
    return figure


def _graph(figure: Canvas, reach: float, words: Words, paint: Palette) -> None:
    axes = panel(figure, 34, 36, 210, 150)
    axes.axhline(0, color=paint.muted, linewidth=1)
    axes.axvline(0, color=paint.muted, linewidth=1)
    axes.plot((-reach, 0), (0, 0), color=paint.second, linewidth=4)
    axes.plot((0, reach), (0, reach), color=paint.accent, linewidth=4)
    last = round(reach)
    axes.set(xlim=(-reach, reach), ylim=(-0.12 * reach, reach), xticks=[-last, 0, last])
    axes.set_yticks([0, last])
    in_numbers(axes.xaxis, words, 0)
    in_numbers(axes.yaxis, words, 0)
    axes.set_title(words["graph"], loc="left", fontsize=16, color=paint.muted, pad=12)
