"""How fine the detail is that each stage dreams into photographs."""

from typing import Any

from cnnviz.drawing.labels import write
from cnnviz.drawing.numbers import in_numbers
from cnnviz.drawing.style import Canvas, Palette, canvas, panel


def draw(dream_layers: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw a dot for each photograph, one photograph's joined, and a thick line for the means."""
    stages = sorted({row["stage"] for row in dream_layers["runs"]})
    photos = list(dict.fromkeys(row["photo"] for row in dream_layers["runs"]))
    figure = canvas(height=330)
    write(figure, 0, 12, words["frequency"], color=paint.muted)
    axes = panel(figure, 52, 40, 496, 216)
    for photo in photos:
        own = {
            row["stage"]: row["frequency"] for row in dream_layers["runs"] if row["photo"] == photo
        }
        y = [own[stage] for stage in stages]
        axes.plot(range(len(stages)), y, color=paint.cnn, linewidth=0.8, alpha=0.4)
        axes.plot(range(len(stages)), y, "o", color=paint.cnn, ms=6.5, alpha=0.6, mew=0)
    means = [dream_layers["summary"][str(stage)]["frequency"]["mean"] for stage in stages]
    axes.plot(range(len(stages)), means, color=paint.cnn, linewidth=2.5)
    axes.set(xlim=(-0.4, len(stages) - 0.6))
    axes.set_xticks(range(len(stages)), [words["stage"].format(n=stage) for stage in stages])
    in_numbers(axes.yaxis, words, 2)
    axes.grid(axis="y")
    axes.set_xlabel(words["depth"], labelpad=8)
    return figure
