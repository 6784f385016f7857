"""How often the favourite images of a unit show the same digit, layer by layer."""

from cnnviz.drawing.labels import say, write
from cnnviz.drawing.numbers import in_percent, percent
from cnnviz.drawing.style import SMALL, Canvas, Palette, Words, canvas, marker, panel
from cnnviz.lessons.what_excites_a_feature.results import Choosiness


def draw(choosiness: Choosiness, words: Words, paint: Palette) -> Canvas:
    """Draw every run by layer, the means as a line, and what chance gives as a dashed one."""
    layers, chance = list(choosiness["summary"]), choosiness["random"]
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
    means = [row["mean"] for row in choosiness["summary"].values()]
    axes.plot(means, color=colour, linewidth=2.5)
    axes.axhline(chance, color=paint.muted, linewidth=1.5, dashes=(3, 3))
    for place, mean in enumerate(means):
        text = percent(mean, words)
        axes.text(place - 0.08, mean + 0.035, text, color=colour, weight="bold", ha="right")
    text, how = f"{words['random']} {percent(chance, words)}", {"ha": "right", "va": "baseline"}
    say(axes, len(layers) - 0.52, chance - 0.065, text, paint.muted, SMALL, **how)
    return figure
