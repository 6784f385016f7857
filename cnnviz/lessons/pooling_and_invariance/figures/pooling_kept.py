"""What LeNet-5 with and without pooling keeps of its accuracy when digits are shifted."""

from typing import Any

from cnnviz.drawing.bands import band
from cnnviz.drawing.labels import write
from cnnviz.drawing.numbers import in_numbers, in_percent
from cnnviz.drawing.style import Canvas, Palette, canvas, panel, sheet


def draw(pooling_kept: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw the share of each run's own accuracy over the shift, and the means as lines."""
    looks = {"lenet5": ("o", paint.cnn), "lenet5_strided": ("^", paint.accent)}
    figure = canvas(height=400)
    page = sheet(figure)
    for place, (network, (shape, colour)) in enumerate(looks.items()):
        left = 54 + 190 * place
        page.plot(left + 5, 14, shape, color=colour, ms=9)
        how: dict[str, Any] = {"color": colour, "weight": "bold", "va": "center_baseline"}
        page.text(left + 17, 12, words[network], **how)
    write(figure, 0, 44, words["kept"], color=paint.muted)
    axes = panel(figure, 54, 68, 500, 270)
    for network, (shape, colour) in looks.items():
        mine = [row for row in pooling_kept["runs"] if row["network"] == network]
        means = {float(by): each["kept"] for by, each in pooling_kept["summary"][network].items()}
        band(axes, [(row["amount"], row["kept"]) for row in mine], means, shape, colour, 5.5)
    axes.set(ylim=(0, 1.02), yticks=[0, 0.25, 0.5, 0.75, 1])
    axes.set_xticks(sorted(means)[::2])
    in_percent(axes.yaxis, words)
    in_numbers(axes.xaxis, words, 0)
    axes.grid(axis="y")
    axes.set_xlabel(words["shift"], labelpad=8)
    return figure
