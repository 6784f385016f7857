"""Test accuracy where the images are remapped only after training, for both networks."""

from cnnviz.drawing.labels import write
from cnnviz.drawing.numbers import percent
from cnnviz.drawing.slope import EDGE, frame, slope
from cnnviz.drawing.style import SMALL, Canvas, Palette, Words, canvas, panel
from cnnviz.lessons.pixel_remap.results import AfterTraining
from cnnviz.results import where

CHANCE = 0.1  # ten digits


def draw(remap_after_training: AfterTraining, words: Words, paint: Palette) -> Canvas:
    """Draw each network's fall from its accuracy to that of guessing, seed by seed."""
    summary = {n: (s["before"], s["after"]) for n, s in remap_after_training["summary"].items()}
    rows = remap_after_training["runs"]
    runs = {
        network: [(r["before"], r["after"]) for r in where(rows, network=network)]
        for network in summary
    }
    figure = canvas(height=380)
    write(figure, 0, 10, words["accuracy"], color=paint.muted)
    axes = panel(figure, 50, 32, 510, 310)
    frame(axes, 0, 1, (words["before"], words["after"]), words)
    axes.plot((-EDGE, 1.2), (CHANCE, CHANCE), color=paint.muted, linewidth=1.5, dashes=(4, 4))
    chance = f"{words['chance']}: {percent(CHANCE, words)}"
    axes.text(-EDGE, CHANCE + 0.02, chance, color=paint.muted, fontsize=SMALL)
    slope(axes, runs, summary, words, paint)
    return figure
