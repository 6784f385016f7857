"""How often the favourite images of a unit show the same digit, layer by layer."""

from typing import Any

from cnnviz.drawing.labels import write
from cnnviz.drawing.numbers import in_percent, percent
from cnnviz.drawing.style import SMALL, Canvas, Palette, canvas, marker, panel


def draw(choosiness: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw every run by layer, the means as a line, and what chance gives as a dashed one."""
    layers = list(choosiness["summary"])
    figure = canvas(height=360)
    write(figure, 0, 10, words["share"], color=paint.muted)
    axes = panel(figure, 50, 34, 490, 260)
    axes.set(xlim=(-0.4, len(layers) - 0.5), ylim=(0, 1.02))
    axes.grid(axis="y")
    in_percent(axes.yaxis, words)
    axes.set_xticks(range(len(layers)), [words[layer] for layer in layers])
    colour = paint.network("lenet5")
    x = [layers.index(row["layer"]) for row in choosiness["runs"]]
    y = [row["share"] for row in choosiness["runs"]]
    axes.plot(x, y, marker("lenet5"), color=colour, ms=6, alpha=0.6, mew=0)
    means = [found["mean"] for found in choosiness["summary"].values()]
    axes.plot(range(len(layers)), means, color=colour, linewidth=2.5)
    axes.axhline(choosiness["random"], color=paint.muted, linewidth=1.5, dashes=(3, 3))
    for place, mean in enumerate(means):
        how: dict[str, Any] = {"color": colour, "weight": "bold", "ha": "right"}
        axes.text(place - 0.08, mean + 0.035, percent(mean, words), **how)
    chance = f"{words['random']} {percent(choosiness['random'], words)}"
    how = {"color": paint.muted, "fontsize": SMALL, "ha": "right"}
    axes.text(len(layers) - 0.52, choosiness["random"] - 0.065, chance, **how)
    return figure
