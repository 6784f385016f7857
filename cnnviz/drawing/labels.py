"""Labels that stand beside what they name, so that no figure needs a legend."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patheffects import AbstractPathEffect, withStroke

from cnnviz.drawing.style import TEXT, Palette, marker, size


def apart(places: Sequence[float], gap: float) -> list[float]:
    """Move places as little as needed to lie a gap apart, in their order, around their middle."""
    order = sorted(range(len(places)), key=lambda i: places[i])
    moved = list(places)
    for below, above in pairwise(order):
        moved[above] = max(moved[above], moved[below] + gap)
    surplus = sum(moved) - sum(places)
    return [place - surplus / len(places) for place in moved]


def write(figure: Figure, x: float, y: float, text: str, **how: Any) -> None:
    """Write on a figure, at a place in CSS pixels from the top left."""
    across, down = size(figure)
    figure.text(x / across, 1 - y / down, text, **{"va": "center", **how})


def say(
    page: Axes,
    x: float,
    y: float,
    text: str,
    color: str | None = None,
    size: float = TEXT,
    **how: Any,
) -> None:
    """Write on a sheet, its middle at a place: in ink, or in a colour of the palette."""
    look: dict[str, Any] = {"va": "center_baseline", "fontsize": size} | (
        {"color": color} if color else {}
    )
    page.text(x, y, text, **look | how)


def rim(behind: str, width: float = 3) -> list[AbstractPathEffect]:
    """Give the effect that lifts a text off what crosses the ground of this colour behind it."""
    return [withStroke(linewidth=width, foreground=behind)]


def heading(sheet: Axes, x: float, y: float, network: str, words: dict, paint: Palette) -> None:
    """Write a network's name beside its shape, in its colour, at a place in CSS pixels."""
    colour = paint.network(network)
    sheet.plot(x + 5, y + 2, marker(network), color=colour, markersize=9, clip_on=False)
    sheet.text(x + 17, y, words[network], color=colour, weight="bold", va="center_baseline")


def ends_inward(axes: Axes) -> None:
    """Keep the labels of an x axis from 0 to 1 within its panel, off the neighbour's."""
    ticks = axes.xaxis.get_major_ticks()
    for place, tick in zip(axes.get_xticks(), ticks, strict=True):
        if place in (0, 1):
            tick.label1.set_horizontalalignment("right" if place else "left")


def headings(page: Axes, left: float, networks: Iterable[str], words: dict, paint: Palette) -> None:
    """Write the names of CNN and MLP side by side above a figure, from a place to the right."""
    for at, network in enumerate(networks):
        heading(page, left + 84 * at, 12, network, words, paint)
