"""How sparse each layer is: zeros among its values, and channels without a value above zero."""

from statistics import fmean
from typing import Literal

from matplotlib.axes import Axes

from cnnviz.drawing.labels import say
from cnnviz.drawing.network_names import NAMES
from cnnviz.drawing.numbers import in_percent
from cnnviz.drawing.style import SMALL, Canvas, Look, Palette, Words, canvas, panel, sheet
from cnnviz.lessons.intermediate_activations.results import LayerSparsity, Sparsities
from cnnviz.results import where

ROW, HEAD, FOOT = 190, 34, 44
STEP = HEAD + ROW + FOOT  # px from network to network
KEY = 84  # px above all, for the key

# By whether the network was trained.
DOTS: dict[bool, Look] = {
    False: {"ms": 3, "alpha": 0.6, "mew": 0},
    True: {"ms": 6.5, "alpha": 0.75, "mew": 1.2, "clip_on": False},
}
LINE: dict[bool, Look] = {False: {"lw": 1.2, "linestyle": (0, (4, 3))}, True: {"lw": 2}}

Mark = tuple[Literal["zeros", "blank"], str, str, float]  # share, colour, shape, beside its layer


def draw(sparsities: Sparsities, words: Words, paint: Palette) -> Canvas:
    """Draw a panel for each network; lines join the activations, poolings stand for themselves."""
    networks = sparsities["layers"]
    marks: tuple[Mark, Mark]
    marks = ("zeros", paint.cnn, "o", -0.12), ("blank", paint.second, "D", 0.12)
    figure = canvas(height=KEY + len(networks) * STEP)
    page = sheet(figure)
    for y, (share, colour, shape, _) in zip((10, 34), marks, strict=True):
        page.plot(8, y, shape, color=colour, ms=8)
        say(page, 22, y, words[share], colour)
    say(page, 22, 58, words["before"], paint.muted, SMALL, va="center")
    for at, (network, layers) in enumerate(networks.items()):
        top, name = KEY + at * STEP, NAMES.get(network, network)
        title = words["network"].format(network=name, data=words[f"on_{network}"])
        say(page, 0, top + 8, title, weight="bold", va="center")
        axes = panel(figure, 52, top + HEAD, 500, ROW)
        rows = where(sparsities["runs"], network=network)
        for mark in marks:
            _series(axes, where(rows, trained=False, kind="activation"), layers, mark, paint)
            _series(axes, where(rows, trained=True), layers, mark, paint)
        axes.set(xlim=(-0.5, len(layers) - 0.5), ylim=(-0.03, 1.03))
        axes.set_yticks((0, 0.25, 0.5, 0.75, 1))
        in_percent(axes.yaxis, words)
        axes.grid(axis="y")
        axes.set_xticks(range(len(layers)), layers)
    return figure


def _series(
    axes: Axes, rows: list[LayerSparsity], layers: list[str], mark: Mark, paint: Palette
) -> None:
    """Draw every run as a dot, filled for activations, whose means a line joins."""
    share, colour, shape, beside = mark
    trained = rows[0]["trained"]
    means = []
    for layer in dict.fromkeys(row["layer"] for row in rows):
        mine = where(rows, layer=layer)
        x, values = layers.index(layer) + beside, [row[share] for row in mine]
        pooling = mine[0]["kind"] == "pooling"
        face = paint.page if pooling else colour
        axes.plot([x] * len(values), values, shape, color=colour, mfc=face, **DOTS[trained])
        if pooling:
            axes.plot((x - 0.11, x + 0.11), [fmean(values)] * 2, color=colour, lw=2)
        else:
            means.append((x, fmean(values)))
    axes.plot(*zip(*means, strict=True), color=colour, **LINE[trained])
