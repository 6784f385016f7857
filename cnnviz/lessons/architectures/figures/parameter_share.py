"""Where a network's parameters lie, and where its operations are done."""

from matplotlib.axes import Axes

from cnnviz.drawing.labels import say, write
from cnnviz.drawing.network_names import NAMES
from cnnviz.drawing.numbers import percent
from cnnviz.drawing.style import SMALL, Canvas, Palette, Words, canvas, sheet
from cnnviz.lessons.architectures.results import NetworkStages

LEFT, WIDE, TOP = 178, 380, 58  # px: where the bars begin, their length, and the first network
ROW, BAR, BETWEEN = 68, 18, 3
NARROW = 0.14  # of a bar: what is shorter than its label has none


def draw(network_stages: NetworkStages, words: Words, paint: Palette) -> Canvas:
    """Draw two bars for each network, both split into feature extractor and classifier."""
    figure = canvas(height=TOP + ROW * len(network_stages) + 4)
    page = sheet(figure)
    right = LEFT + WIDE
    write(figure, LEFT, 12, words["extractor"], color=paint.accent, weight="bold")
    write(figure, right, 12, words["classifier"], color=paint.second, weight="bold", ha="right")
    for place, (name, network) in enumerate(network_stages.items()):
        top = TOP + place * ROW
        say(page, 0, top - 12, NAMES[name], weight="bold")
        for kind, share in network["shares"]["extractor"].items():
            say(page, LEFT - 8, top + BAR / 2, words[kind], paint.muted, SMALL, ha="right")
            _bar(page, top + BAR / 2, share, words, paint)
            top += BAR + BETWEEN
    return figure


def _bar(page: Axes, middle: float, share: float, words: Words, paint: Palette) -> None:
    """Draw one split bar; each part that is long enough says how large it is."""
    cut = LEFT + WIDE * share
    for left, part, colour in ((LEFT, share, paint.accent), (cut, 1 - share, paint.second)):
        page.barh(middle, WIDE * part, BAR, left, color=colour, linewidth=0)
        if part > NARROW:
            x, label = left + WIDE * part / 2, percent(part, words, 1)
            say(page, x, middle, label, paint.page, SMALL, weight="bold", ha="center")
    page.plot((cut, cut), (middle - BAR / 2, middle + BAR / 2), color=paint.page, linewidth=2)
