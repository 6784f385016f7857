"""Heat maps of a network that forgets one layer after the other, from the last to the first."""

from matplotlib.axes import Axes

from cnnviz.drawing.heat import opened
from cnnviz.drawing.labels import say
from cnnviz.drawing.numbers import in_numbers
from cnnviz.drawing.style import SMALL, WIDTH, Canvas, Palette, Words, canvas, panel, sheet
from cnnviz.lessons.class_activation.heat import heat_tile
from cnnviz.lessons.class_activation.results import Forgetting
from cnnviz.results import where

SHAPES = {"grad_cam": "o", "guided": "s"}  # by method
GAP, HEAD, NAME = 6, 44, 26
CHART, FOOT = 190, 32


def draw(forgetting: Forgetting, words: Words, paint: Palette) -> Canvas:
    """Draw the maps by what is forgotten, and below them their correlation with the first."""
    names = _names(forgetting["layers"], words)
    side = (WIDTH - GAP * (len(names) - 1)) / len(names)
    step = NAME + side + 6
    chart = HEAD + len(SHAPES) * step + 44
    figure = canvas(height=round(chart + CHART + FOOT), pictures="light")
    page = sheet(figure)
    say(page, 0, 10, words["forgotten"])
    for column, name in enumerate(names):
        say(page, column * (side + GAP), 32, name, paint.muted, SMALL)
    picture = opened(forgetting["picture"])
    for row, (method, maps) in enumerate(forgetting["maps"].items()):
        top = HEAD + row * step + NAME
        say(page, 0, top - 12, words[method], _colour(method, paint))
        for column, heat in enumerate(maps):
            heat_tile(page, picture, heat, column * (side + GAP), top, side)
    say(page, 0, chart - 16, words["correlation"], paint.muted)
    axes = panel(figure, side / 2, chart, WIDTH - side, CHART)
    _correlations(axes, forgetting, paint)
    axes.set_xticks(range(len(names)), names)
    axes.set_yticks([0, 0.5, 1])
    axes.grid(axis="y")
    in_numbers(axes.yaxis, words)
    return figure


def _names(layers: list[str], words: Words) -> list[str]:
    """Give what is forgotten at each depth: nothing, one layer, and one more, and one more."""
    names = [words.get(layer, layer) or words["nothing"] for layer in layers]
    return names[:2] + [f"+ {name}" for name in names[2:]]


def _colour(method: str, paint: Palette) -> str:
    return paint.accent if method == "grad_cam" else paint.second


def _correlations(axes: Axes, result: Forgetting, paint: Palette) -> None:
    for method, shape in SHAPES.items():
        colour = _colour(method, paint)
        rows = where(result["runs"], method=method)
        x = [row["depth"] + (0.06 if method == "guided" else -0.06) for row in rows]
        y = [row["correlation"] for row in rows]
        axes.plot(x, y, shape, color=colour, ms=6, alpha=0.6, mew=0)
        means = [depth["mean"] for depth in result["summary"][method].values()]
        axes.plot(means, color=colour, linewidth=2.5)
    axes.axhline(0, color=paint.muted, linewidth=1)
    lowest = min(row["correlation"] for row in result["runs"])
    axes.set(xlim=(-0.25, len(result["layers"]) - 0.75), ylim=(min(-0.3, lowest - 0.1), 1.08))
