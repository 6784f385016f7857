"""One image of noise, and the ten probabilities that each network gives it."""

from typing import Any

from matplotlib.axes import Axes

from cnnviz.drawing.labels import heading
from cnnviz.drawing.numbers import percent
from cnnviz.drawing.pixels import tile
from cnnviz.drawing.style import SMALL, WIDTH, Canvas, Palette, canvas, panel, sheet

IMAGE = 160
HEAD, CHART = 36, 250


def draw(noise_answer: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw the image, and a bar for each digit and network; the answers stand out."""
    answers = noise_answer["answers"]
    width = (WIDTH - IMAGE) / len(answers)
    figure = canvas(height=HEAD + CHART + 4)
    page = sheet(figure)
    page.text(0, 12, words["shown"], color=paint.muted, va="center_baseline")
    tile(page, noise_answer["image"], 0, HEAD, IMAGE, paint)
    for column, (network, answer) in enumerate(answers.items()):
        left = IMAGE + column * width + 58
        heading(page, left, 12, network, words, paint)
        axes = panel(figure, left, HEAD, width - 58, CHART)
        _bars(axes, answer, paint.network(network), words, paint)
    return figure


def _bars(axes: Axes, answer: dict, colour: str, words: dict, paint: Palette) -> None:
    digits = range(len(answer["probabilities"]))
    winner = answer["digit"]
    shades = [1 if digit == winner else 0.45 for digit in digits]
    bars = axes.barh(digits, answer["probabilities"], height=0.66, color=colour)
    for bar, shade in zip(bars, shades, strict=True):
        bar.set_alpha(shade)
    axes.axvline(0, color=paint.muted, linewidth=1)
    axes.set(xlim=(0, 1.5), ylim=(len(digits) - 0.4, -0.6))
    axes.set_yticks(digits, [str(digit) for digit in digits], fontsize=SMALL)
    axes.set_xticks([])
    axes.get_yticklabels()[winner].set(color=colour, weight="bold", fontsize="medium")
    value = percent(answer["confidence"], words)
    place = answer["confidence"] + 0.06
    axes.text(place, winner, value, color=colour, weight="bold", va="center_baseline")
