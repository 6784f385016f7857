"""What LeNet-5 with and without pooling keeps of its accuracy when digits are shifted."""

from cnnviz.drawing.bands import amounts_below, band
from cnnviz.drawing.labels import say, write
from cnnviz.drawing.numbers import shares
from cnnviz.drawing.style import Canvas, Palette, Words, canvas, panel, sheet
from cnnviz.lessons.pooling_and_invariance.results import Kept
from cnnviz.results import where


def draw(pooling_kept: Kept, words: Words, paint: Palette) -> Canvas:
    """Draw the share of each run's own accuracy over the shift, and the means as lines."""
    looks = {"lenet5": ("o", paint.cnn, 54), "lenet5_strided": ("^", paint.accent, 244)}
    figure = canvas(height=400)
    page = sheet(figure)
    write(figure, 0, 44, words["kept"], color=paint.muted)
    axes = panel(figure, 54, 68, 500, 270)
    for network, (shape, colour, left) in looks.items():
        page.plot(left + 5, 14, shape, color=colour, ms=9)
        say(page, left + 17, 12, words[network], colour, weight="bold")
        rows = where(pooling_kept["runs"], network=network)
        means = {by: each["kept"] for by, each in pooling_kept["summary"][network].items()}
        band(axes, rows, ("amount", "kept"), means, shape, colour, 5.5)
    shares(axes, words, across=False)
    axes.set(ylim=(0, 1.02), yticks=[0, 0.25, 0.5, 0.75, 1])
    amounts_below(axes, sorted(map(int, means))[::2], words["shift"], words)
    return figure
