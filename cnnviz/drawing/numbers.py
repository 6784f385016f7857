"""Numbers as a language writes them: `words` has its `decimal` sign and its `percent` form.

For whole numbers it has the mark between `thousands`, and the number it is `grouped_from`.
"""

from matplotlib.axes import Axes
from matplotlib.axis import Axis
from matplotlib.ticker import FuncFormatter


def number(value: float, words: dict[str, str], digits: int = 1) -> str:
    """Write a number, with a true minus sign; what rounds to zero has none."""
    text = f"{value:.{digits}f}"
    if float(text) == 0:
        text = text.removeprefix("-")
    return text.replace(".", words["decimal"]).replace("-", "−")


def whole(value: int, words: dict[str, str]) -> str:
    """Write a whole number of things, its thousands set apart where the language does so."""
    mark = words["thousands"] if value >= int(words["grouped_from"]) else ""
    return f"{value:,}".replace(",", mark)


def percent(share: float, words: dict[str, str], digits: int = 0) -> str:
    """Write a share of 1 as percent."""
    return words["percent"].format(number(100 * share, words, digits))


def in_percent(axis: Axis, words: dict[str, str]) -> None:
    """Label an axis of shares in percent."""
    axis.set_major_formatter(FuncFormatter(lambda share, _: percent(share, words)))


def in_numbers(axis: Axis, words: dict[str, str], digits: int = 1) -> None:
    """Label an axis in plain numbers."""
    axis.set_major_formatter(FuncFormatter(lambda value, _: number(value, words, digits)))


def shares(axes: Axes, words: dict[str, str], across: bool = True, down: bool = True) -> None:
    """Let one axis of a panel, or both, be of shares: from 0 to 1, in percent, with a grid."""
    for axis, wanted, limit in (
        (axes.xaxis, across, axes.set_xlim),
        (axes.yaxis, down, axes.set_ylim),
    ):
        if wanted:
            limit(0, 1)
            axis.set_ticks([0, 0.5, 1])
            in_percent(axis, words)
            axis.grid()
