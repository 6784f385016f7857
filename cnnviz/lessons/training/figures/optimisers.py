"""Two optimisers on the same task: training loss, and validation accuracy."""

from typing import Any

from cnnviz.drawing.kinds import curve, epochs_below, key, measured, of
from cnnviz.drawing.labels import write
from cnnviz.drawing.style import WIDTH, Canvas, Palette, canvas, panel, sheet

LEFT, BETWEEN, RIGHT, TOP, TALL = 50, 66, 10, 78, 220


def draw(optimisers: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw both optimisers in two panels; the second one is dashed."""
    across = (WIDTH - LEFT - BETWEEN - RIGHT) / 2
    colours = dict(zip(optimisers["kinds"], (paint.accent, paint.second), strict=True))
    figure = canvas(height=TOP + TALL + 62)
    page = sheet(figure)
    for place, (kind, colour) in enumerate(colours.items()):
        key(page, place * WIDTH / 2, 12, words[kind], colour, dashed=place == 1)
    for place, measure in enumerate(("loss", "validation_accuracy")):
        left = LEFT + place * (across + BETWEEN)
        write(figure, left - LEFT, 54, words[measure], color=paint.muted)
        axes = panel(figure, left, TOP, across, TALL)
        for kind, colour in colours.items():
            curve(
                axes, of(optimisers, kind), measure, colour, dashed=kind != optimisers["kinds"][0]
            )
        epochs_below(axes, max(row["epoch"] for row in optimisers["curves"]))
        axes.set_xlabel(words["epoch"], labelpad=8)
        measured(axes, measure, words)
    return figure
