"""The cover of training: the loss of every run, falling step by step to the right."""

from typing import Any

import numpy as np

from cnnviz.drawing.kinds import of
from cnnviz.drawing.style import Canvas, Palette, canvas, panel

WIDTH, HEIGHT = 480, 270


def draw(optimisers: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw the training loss of both optimisers as falling bands, each run a line with its dots."""
    figure = canvas(height=HEIGHT, width=WIDTH)
    axes = panel(figure, 34, 28, WIDTH - 68, HEIGHT - 56)
    axes.set_axis_off()
    lines = []
    for kind, colour in zip(optimisers["kinds"], (paint.cnn, paint.second), strict=True):
        rows = of(optimisers, kind)
        for seed in sorted({row["seed"] for row in rows}):
            losses = [row["loss"] for row in rows if row["seed"] == seed]
            lines.append((np.arange(len(losses)), losses, colour))
    for epochs, losses, colour in lines:
        axes.fill_between(epochs, losses, color=colour, alpha=0.07, linewidth=0)
    for epochs, losses, colour in lines:
        axes.plot(epochs, losses, color=colour, linewidth=2.2, alpha=0.75)
        axes.plot(epochs, losses, "o", color=colour, ms=7, mew=0, clip_on=False)
    axes.axhline(0, color=paint.muted, linewidth=2)
    axes.set_ylim(bottom=0)
    return figure
