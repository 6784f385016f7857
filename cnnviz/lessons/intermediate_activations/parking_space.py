"""A parking space beside its picture: what it is, and what the network answered."""

from matplotlib.axes import Axes

from cnnviz.drawing.labels import say
from cnnviz.drawing.numbers import number
from cnnviz.drawing.style import SMALL, Words
from cnnviz.lessons.intermediate_activations.results import Space

LINE = 23  # px from line to line


def describe(page: Axes, space: Space, left: float, top: float, words: Words) -> None:
    """Write what the space is, and below it what the network answered, and how surely."""
    occupied = space["occupied"]
    what = words["occupied" if space["label"] else "empty"]
    answer = words["occupied" if occupied > 0.5 else "empty"]
    sure = max(occupied, 1 - occupied)
    # A probability is never quite 1.
    written = f"> {number(0.99, words, 2)}" if sure > 0.995 else number(sure, words, 2)
    weather = words[space["weather"].lower()]
    say(page, left, top, words["space"].format(what=what, weather=weather), size=SMALL)
    say(page, left, top + LINE, words["answer"].format(answer=answer, sure=written), size=SMALL)
