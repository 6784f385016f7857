"""What a network answers to one image: a bar for the probability of each digit."""

from collections.abc import Sequence

from matplotlib.axes import Axes

from cnnviz.drawing.labels import say
from cnnviz.drawing.numbers import percent
from cnnviz.drawing.style import SMALL, Palette, Words


def digit_bars(
    axes: Axes, chances: Sequence[float], room: float, colour: str, words: Words, paint: Palette
) -> None:
    """Draw the bars from 0 down to 9; the answer stands out, and has its number beside it.

    The room for the number is in units of a bar of probability 1.
    """
    digits = range(len(chances))
    answer = max(digits, key=lambda digit: chances[digit])
    bars = axes.barh(digits, chances, height=0.66, color=colour)
    for digit, bar in zip(digits, bars, strict=True):
        bar.set_alpha(1 if digit == answer else 0.45)
    axes.axvline(0, color=paint.muted, linewidth=1)
    axes.set(xlim=(0, 1 + room), ylim=(len(chances) - 0.4, -0.6), xticks=[])
    axes.set_yticks(digits, [str(digit) for digit in digits], fontsize=SMALL)
    axes.get_yticklabels()[answer].set(color=colour, weight="bold", fontsize="medium")
    number = percent(chances[answer], words)
    say(axes, chances[answer] + 0.12 * room, answer, number, colour, weight="bold")
