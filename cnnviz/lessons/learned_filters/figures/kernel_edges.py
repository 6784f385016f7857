"""How much of each first filter is a Sobel edge, and what a Gabor patch explains of it; chance."""

from typing import Literal

from matplotlib.axes import Axes

from cnnviz.drawing.labels import ends_inward, say, write
from cnnviz.drawing.network_names import NAMES
from cnnviz.drawing.numbers import shares
from cnnviz.drawing.style import SMALL, Canvas, Look, Palette, Words, canvas, panel, sheet
from cnnviz.lessons.learned_filters.results import Edges, Kernel
from cnnviz.results import where

LEFT, ACROSS, BETWEEN = 150, 190, 30  # px: names, a panel, and from panel to panel
HEAD, ROW, FOOT = 54, 44, 56

Measure = tuple[Literal["edge", "gabor"], Literal["strict", "loose"], float]
MEASURES: tuple[Measure, ...] = (("edge", "strict", 0.5), ("gabor", "loose", 0))  # least limits


def draw(kernel_edges: Edges, words: Words, paint: Palette) -> Canvas:
    """Draw a row of dots for each network, as it was and as it became; a mark tells the limit."""
    groups = [
        (network, trained, kernels)
        for network in kernel_edges["networks"]
        for trained in (False, True)
        if (kernels := where(kernel_edges["kernels"], network=network, trained=trained))
    ]
    down = len(groups) * ROW
    figure = canvas(height=HEAD + down + FOOT)
    page = sheet(figure)
    for at, (network, trained, _) in enumerate(groups):
        y = HEAD + at * ROW + ROW / 2
        first = at == 0 or groups[at - 1][0] != network
        if first:
            say(page, 0, y - 9, NAMES.get(network, network), size=SMALL, weight="bold")
        state = words["trained" if trained else "untrained"]
        say(page, 0, y + 9 if first else y, state, paint.muted, SMALL)
    for column, measure in enumerate(MEASURES):
        left = LEFT + column * (ACROSS + BETWEEN)
        for line, text in enumerate(words[measure[0]].split("\n")):
            write(figure, left, 10 + 20 * line, text)
        axes = panel(figure, left, HEAD, ACROSS, down)
        axes.set(ylim=(len(groups) - 0.5, -0.5), yticks=())
        for at, (_, trained, kernels) in enumerate(groups):
            limit = kernel_edges["chance"][str(kernels[0]["side"])][measure[0]]
            colour = paint.cnn if trained else paint.muted
            _dots(axes, kernels, at, measure, colour)
            limit = max(limit, measure[2])
            axes.plot((limit, limit), (at - 0.42, at + 0.42), color=paint.second, linewidth=2.5)
        shares(axes, words, down=False)
        ends_inward(axes)
    page.text(0, HEAD + down + FOOT - 14, words["limit"], color=paint.second, fontsize=SMALL)
    return figure


def _dots(axes: Axes, kernels: list[Kernel], row: int, measure: Measure, colour: str) -> None:
    """Draw a dot for each kernel, filled where it exceeds the limit."""
    share, exceeds, _ = measure
    # Rows are a little apart, so that no dot hides another.
    y = [row + 0.11 * (at % 5 - 2) for at in range(len(kernels))]
    for over, face in ((False, "none"), (True, colour)):
        dots = [
            (one[share], at) for one, at in zip(kernels, y, strict=True) if one[exceeds] == over
        ]
        look: Look = {"ms": 6, "alpha": 0.75, "mew": 1.2, "clip_on": False}
        if dots:
            axes.plot(*zip(*dots, strict=True), "o", color=colour, mfc=face, **look)
