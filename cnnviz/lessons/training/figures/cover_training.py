"""The cover of training: the loss of every run, falling step by step to the right."""

from cnnviz.drawing.style import Canvas, Palette, Words, canvas, panel
from cnnviz.lessons.training.results import Learning
from cnnviz.results import where

WIDTH, HEIGHT = 480, 270


def draw(optimisers: Learning, words: Words, paint: Palette) -> Canvas:
    """Draw the training loss of both optimisers as falling bands, each run a line with its dots."""
    figure = canvas(height=HEIGHT, width=WIDTH)
    axes = panel(figure, 34, 28, WIDTH - 68, HEIGHT - 56)
    axes.set_axis_off()
    colours = dict(zip(optimisers["kinds"], (paint.cnn, paint.second), strict=True))
    for run in optimisers["runs"]:
        rows = where(optimisers["curves"], kind=run["kind"], seed=run["seed"])
        losses, colour = [row["loss"] for row in rows], colours[run["kind"]]
        axes.fill_between(range(len(losses)), losses, color=colour, alpha=0.07, linewidth=0)
        axes.plot(losses, "o-", color=colour, linewidth=2.2, alpha=0.75, ms=7, mew=0, clip_on=False)
    axes.axhline(0, color=paint.muted, linewidth=2)
    axes.set_ylim(bottom=0)
    return figure
