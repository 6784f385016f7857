"""Test accuracy by the size of the shuffled blocks, for both networks."""

from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from cnnviz.drawing.labels import apart, say, write
from cnnviz.drawing.numbers import in_percent
from cnnviz.drawing.style import Canvas, Palette, Words, canvas, marker, panel
from cnnviz.lessons.pixel_remap.results import Blocks
from cnnviz.results import where

LABEL = 20  # px that a label needs


def draw(remap_blocks: Blocks, words: Words, paint: Palette) -> Canvas:
    """Draw every run, and the means as lines, over block sizes at equal distances."""
    sizes = sorted({row["block"] for row in remap_blocks["runs"]})
    shown = [row["accuracy"] for row in remap_blocks["runs"]]
    room = max(0.08 * (max(shown) - min(shown)), 0.01)
    figure = canvas(height=400)
    write(figure, 0, 10, words["accuracy"], color=paint.muted)
    axes = panel(figure, 50, 32, 450, 290)
    axes.set(xlim=(-0.25, len(sizes) - 0.8))
    axes.set_ylim(max(0, min(shown) - room), min(1, max(shown) + room))
    axes.yaxis.set_major_locator(MaxNLocator(6, steps=[1, 2, 5, 10]))
    in_percent(axes.yaxis, words)
    axes.grid(axis="y")
    axes.set_xticks(range(len(sizes)), _names(sizes, words))
    axes.set_xlabel(words["block"], labelpad=8)
    _networks(axes, remap_blocks, sizes, words, paint)
    return figure


def _names(sizes: list[int], words: Words) -> list[str]:
    names = [str(size) for size in sizes]
    names[0] += "\n" + words["nothing"]
    names[-1] += "\n" + words["everything"]
    return names


def _networks(axes: Axes, result: Blocks, sizes: list[int], words: Words, paint: Palette) -> None:
    low, high = axes.get_ylim()
    last = [result["summary"][name][str(sizes[-1])]["mean"] for name in result["summary"]]
    places = apart(last, LABEL * (high - low) / axes.bbox.height)
    for side, (network, y) in enumerate(zip(result["summary"], places, strict=True)):
        colour, shape = paint.network(network), marker(network)
        beside = 0.1 * (side - 0.5)  # so that the networks' dots do not cover each other
        rows = where(result["runs"], network=network)
        x = [sizes.index(row["block"]) + beside for row in rows]
        axes.plot(x, [r["accuracy"] for r in rows], shape, color=colour, ms=6, alpha=0.6, mew=0)
        means = [result["summary"][network][str(size)]["mean"] for size in sizes]
        x = [place + beside for place in range(len(sizes))]
        axes.plot(x, means, color=colour, linewidth=2.5)
        say(axes, len(sizes) - 0.78, y, words[network], colour, weight="bold")
