"""How many of an image's nearest neighbours share its label: networks' features, and pixels."""

from cnnviz.drawing.labels import say
from cnnviz.drawing.numbers import in_percent, percent
from cnnviz.drawing.style import WIDTH, Canvas, Palette, Words, canvas, marker, panel, sheet
from cnnviz.lessons.what_excites_a_feature.results import SameClass
from cnnviz.results import where

LEFT, TOP, ROW = 160, 8, 58


def draw(same_class: SameClass, words: Words, paint: Palette) -> Canvas:
    """Draw a row for each network, with every run and the mean, and one for the pixels."""
    rows = [
        (name, words["in"].format(n=words[name]), paint.network(name), row["mean"])
        for name, row in same_class["summary"].items()
    ]
    rows.append(("pixels", words["in_pixels"], paint.muted, same_class["pixels"]))
    tall = ROW * len(rows)
    figure = canvas(height=TOP + tall + 64)
    page = sheet(figure)
    axes = panel(figure, LEFT, TOP, WIDTH - LEFT - 20, tall)
    for at, (name, text, colour, mean) in enumerate(rows):
        say(page, 0, TOP + (at + 0.5) * ROW, text, colour, va="center", linespacing=1.1)
        shares = [row["share"] for row in where(same_class["runs"], network=name)]
        axes.plot(shares, [at] * len(shares), marker(name), color=colour, ms=7, alpha=0.6, mew=0)
        axes.plot((mean, mean), (at - 0.3, at + 0.3), color=colour, linewidth=3)
        label = percent(mean, words, 1)
        say(axes, mean - 0.006, at - 0.26, label, colour, weight="bold", ha="right")
    lowest = min(same_class["pixels"], *(row["share"] for row in same_class["runs"]))
    axes.set(xlim=(max(0.0, lowest - 0.06), 1.0), ylim=(len(rows) - 0.5, -0.5), yticks=[])
    axes.grid(axis="x")
    in_percent(axes.xaxis, words)
    say(page, LEFT, TOP + tall + 46, words["share"], paint.muted)
    return figure
