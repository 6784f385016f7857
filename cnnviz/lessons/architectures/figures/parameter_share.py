"""Where a network's parameters lie, and where its operations are done."""

from typing import Any

from matplotlib.axes import Axes

from cnnviz.drawing.labels import write
from cnnviz.drawing.network_names import NAMES
from cnnviz.drawing.numbers import percent
from cnnviz.drawing.style import SMALL, Canvas, Palette, canvas, sheet

LEFT, WIDE, TOP = 178, 380, 58  # px: where the bars begin, their length, and the first network
ROW, BAR, BETWEEN = 68, 18, 3
KINDS = ("parameters", "multiply_adds")
NARROW = 0.14  # of a bar: what is shorter than its label has none


def draw(network_stages: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw two bars for each network, both split into feature extractor and classifier."""
    figure = canvas(height=TOP + ROW * len(network_stages) + 4)
    page = sheet(figure)
    bold: dict[str, Any] = {"weight": "bold"}
    write(figure, LEFT, 12, words["extractor"], color=paint.accent, **bold)
    write(figure, LEFT + WIDE, 12, words["classifier"], color=paint.second, ha="right", **bold)
    for place, (name, row) in enumerate(network_stages.items()):
        top = TOP + place * ROW
        page.text(0, top - 12, NAMES[name], va="center_baseline", **bold)
        for line, kind in enumerate(KINDS):
            at = top + line * (BAR + BETWEEN)
            label: dict[str, Any] = {"color": paint.muted, "fontsize": SMALL, "ha": "right"}
            page.text(LEFT - 8, at + BAR / 2, words[kind], va="center_baseline", **label)
            share = row["shares"]["extractor"][kind]
            _bar(page, at, share, words, paint)
    return figure


def _bar(page: Axes, top: float, share: float, words: dict[str, str], paint: Palette) -> None:
    """Draw one split bar; each part that is long enough says how large it is."""
    cut = LEFT + WIDE * share
    parts = ((LEFT, share, paint.accent), (cut, 1 - share, paint.second))
    for left, part, colour in parts:
        page.barh(top + BAR / 2, WIDE * part, BAR, left, color=colour, linewidth=0)
        if part > NARROW:
            text: dict[str, Any] = {"color": paint.page, "fontsize": SMALL, "weight": "bold"}
            middle = left + WIDE * part / 2
            label = percent(part, words, 1)
            page.text(middle, top + BAR / 2, label, ha="center", va="center_baseline", **text)
    page.plot((cut, cut), (top, top + BAR), color=paint.page, linewidth=2)
