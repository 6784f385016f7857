"""How much of each first filter is a Sobel edge, and what a Gabor patch explains of it; chance."""

from typing import Any

from matplotlib.axes import Axes

from cnnviz.drawing.labels import ends_inward, write
from cnnviz.drawing.network_names import NAMES
from cnnviz.drawing.numbers import in_percent
from cnnviz.drawing.style import SMALL, Canvas, Palette, canvas, panel, sheet

LEFT, ACROSS, BETWEEN = 150, 190, 30  # px: names, a panel, and from panel to panel
HEAD, ROW, FOOT = 54, 44, 56
MEASURES = (("edge", "strict"), ("gabor", "loose"))


def draw(kernel_edges: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw a row of dots for each network, as it was and as it became; a mark tells the limit."""
    rows = _rows(kernel_edges)
    down = len(rows) * ROW
    figure = canvas(height=HEAD + down + FOOT)
    page = sheet(figure)
    for at, (network, trained) in enumerate(rows):
        y = HEAD + at * ROW + ROW / 2
        first = at == 0 or rows[at - 1][0] != network
        name = NAMES.get(network, network)
        if first:
            page.text(0, y - 9, name, weight="bold", va="center_baseline", fontsize=SMALL)
        state = words["trained" if trained else "untrained"]
        how: dict[str, Any] = {"va": "center_baseline", "fontsize": SMALL}
        page.text(0, y + 9 if first else y, state, color=paint.muted, **how)
    for column, (share, told) in enumerate(MEASURES):
        left = LEFT + column * (ACROSS + BETWEEN)
        for line, text in enumerate(words[share].split("\n")):
            write(figure, left, 10 + 20 * line, text)
        axes = panel(figure, left, HEAD, ACROSS, down)
        _dots(axes, kernel_edges, rows, share, told, words, paint)
    page.text(0, HEAD + down + FOOT - 14, words["limit"], color=paint.second, fontsize=SMALL)
    return figure


def _rows(result: dict[str, Any]) -> list[tuple[str, bool]]:
    found = {(row["network"], row["trained"]) for row in result["kernels"]}
    return [
        (network, trained)
        for network in result["networks"]
        for trained in (False, True)
        if (network, trained) in found
    ]


def _dots(
    axes: Axes,
    result: dict[str, Any],
    rows: list[tuple[str, bool]],
    share: str,
    told: str,
    words: dict[str, str],
    paint: Palette,
) -> None:
    for at, (network, trained) in enumerate(rows):
        mine = [
            row
            for row in result["kernels"]
            if (row["network"], row["trained"]) == (network, trained)
        ]
        limit = result["chance"][str(mine[0]["side"])][share]
        if told == "strict":
            limit = max(limit, 0.5)
        colour = paint.cnn if trained else paint.muted
        # Rows are a little apart, so that no dot hides another.
        dots = [(row[share], at + 0.11 * (i % 5 - 2), row[told]) for i, row in enumerate(mine)]
        for over, face in ((False, "none"), (True, colour)):
            few = [(x, y) for x, y, exceeds in dots if exceeds == over]
            look: dict[str, Any] = {"ms": 6, "alpha": 0.75, "mew": 1.2, "clip_on": False}
            if few:
                axes.plot(*zip(*few, strict=True), "o", color=colour, mfc=face, **look)
        axes.plot((limit, limit), (at - 0.42, at + 0.42), color=paint.second, linewidth=2.5)
    axes.set(xlim=(0, 1), ylim=(len(rows) - 0.5, -0.5), yticks=())
    axes.set_xticks((0, 0.5, 1))
    in_percent(axes.xaxis, words)
    ends_inward(axes)
    axes.grid(axis="x")
