"""A parking space at the head of a figure: the picture, what is known of it, and its origin."""

from typing import Any

from matplotlib.axes import Axes

from cnnviz.drawing.numbers import number
from cnnviz.drawing.style import SMALL, Palette

LINE = 23  # px from line to line


def told(
    page: Axes, result: dict[str, Any], left: float, top: float, words: dict, paint: Palette
) -> None:
    """Write what the space is, what the network answered, and where the picture comes from."""
    what = words["occupied" if result["label"] else "empty"]
    answer = words["occupied" if result["occupied"] > 0.5 else "empty"]
    sure = max(result["occupied"], 1 - result["occupied"])
    lines = [
        (words["space"].format(what=what, weather=words[result["weather"].lower()]), paint.ink),
        (words["answer"].format(answer=answer, sure=_sure(sure, words)), paint.ink),
        (words[result["source"]], paint.second if result["source"] == "drawn" else paint.muted),
    ]
    for at, (text, colour) in enumerate(lines):
        y = top + at * LINE
        page.text(left, y, text, color=colour, fontsize=SMALL, va="center_baseline")


def _sure(probability: float, words: dict[str, str]) -> str:
    """Write a probability that is never quite 1."""
    if probability > 0.995:
        return f"> {number(0.99, words, 2)}"
    return number(probability, words, 2)
