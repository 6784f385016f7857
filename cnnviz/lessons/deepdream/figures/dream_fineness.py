"""How fine the detail is that each stage dreams into photographs."""

from cnnviz.drawing.labels import write
from cnnviz.drawing.numbers import in_numbers
from cnnviz.drawing.style import Canvas, Palette, Words, canvas, panel
from cnnviz.lessons.deepdream.results import DreamLayers
from cnnviz.results import where


def draw(dream_layers: DreamLayers, words: Words, paint: Palette) -> Canvas:
    """Draw a dot for each photograph, one photograph's joined, and a thick line for the means."""
    runs = sorted(dream_layers["runs"], key=lambda run: run["stage"])
    figure = canvas(height=330)
    write(figure, 0, 12, words["frequency"], color=paint.muted)
    axes = panel(figure, 52, 40, 496, 216)
    for photo in dict.fromkeys(run["photo"] for run in runs):
        own = [run["frequency"] for run in where(runs, photo=photo)]
        axes.plot(own, color=paint.cnn, linewidth=0.8, alpha=0.4)
        axes.plot(own, "o", color=paint.cnn, ms=6.5, alpha=0.6, mew=0)
    stages = list(dict.fromkeys(f"{run['stage']}" for run in runs))
    means = [dream_layers["summary"][stage]["frequency"]["mean"] for stage in stages]
    axes.plot(means, color=paint.cnn, linewidth=2.5)
    axes.set(xlim=(-0.4, len(stages) - 0.6))
    axes.set_xticks(range(len(stages)), [words["stage"].format(n=stage) for stage in stages])
    in_numbers(axes.yaxis, words, 2)
    axes.grid(axis="y")
    axes.set_xlabel(words["depth"], labelpad=8)
    return figure
