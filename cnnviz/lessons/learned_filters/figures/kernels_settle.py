"""How like their last state the first filters already are, epoch by epoch."""

from matplotlib.ticker import MultipleLocator

from cnnviz.drawing.labels import write
from cnnviz.drawing.numbers import in_numbers
from cnnviz.drawing.style import Canvas, Palette, Words, canvas, panel
from cnnviz.lessons.learned_filters.results import Settling


def draw(kernels_settle: Settling, words: Words, paint: Palette) -> Canvas:
    """Draw each filter as a faint dot, each network's mean as a dot, and a line of the means."""
    rows = kernels_settle["runs"]
    epochs = sorted({row["epoch"] for row in rows})
    figure = canvas(height=350)
    write(figure, 0, 10, words["alike"], color=paint.muted)
    axes = panel(figure, 52, 34, 500, 256)
    for row in rows:
        at, filters = epochs.index(row["epoch"]), row["filters"]
        axes.plot([at + 0.16] * len(filters), filters, "_", color=paint.muted, ms=9, alpha=0.45)
        axes.plot(at, row["alike"], "o", color=paint.cnn, ms=7, alpha=0.6, mew=0)
    means = [kernels_settle["summary"][str(epoch)]["mean"] for epoch in epochs]
    axes.plot(range(len(epochs)), means, color=paint.cnn, linewidth=2.5)
    lowest = min(min(row["filters"]) for row in rows)
    axes.set(xlim=(-0.3, len(epochs) - 0.6), ylim=(lowest - 0.04, 1.02))
    axes.yaxis.set_major_locator(MultipleLocator(0.1))
    in_numbers(axes.yaxis, words)
    axes.grid(axis="y")
    axes.set_xticks(range(len(epochs)), [str(epoch) for epoch in epochs])
    axes.set_xlabel(words["epoch"], labelpad=8)
    return figure
