"""How far a network's training loss and validation loss come apart, in three ways to train."""

import numpy as np
from matplotlib.axes import Axes

from cnnviz.drawing.labels import write
from cnnviz.drawing.style import SMALL, WIDTH, Canvas, Look, Palette, Words, canvas, panel, sheet
from cnnviz.lessons.training.curves import STYLES, curve, frame, key
from cnnviz.lessons.training.results import Learning
from cnnviz.results import where

LEFT, BETWEEN, RIGHT, TOP, TALL = 40, 14, 6, 78, 250


def draw(overfitting: Learning, words: Words, paint: Palette) -> Canvas:
    """Draw a panel for each way; a ring marks where the mean validation loss was lowest."""
    kinds, curves = overfitting["kinds"], overfitting["curves"]
    across = (WIDTH - LEFT - BETWEEN * (len(kinds) - 1) - RIGHT) / len(kinds)
    highest = max(max(row["loss"], row["validation_loss"]) for row in curves)
    figure = canvas(height=TOP + TALL + 66)
    key(sheet(figure), (words["training"], words["validation"]), (paint.mlp, paint.second))
    for place, kind in enumerate(kinds):
        left = LEFT + place * (across + BETWEEN)
        write(figure, left, 56, words[kind], weight="bold")
        axes, rows = panel(figure, left, TOP, across, TALL), where(curves, kind=kind)
        curve(axes, rows, "loss", paint.mlp, STYLES[0])
        means = curve(axes, rows, "validation_loss", paint.second, STYLES[1])
        _ring(axes, means, words, paint)
        frame(axes, len(means), "loss", words)
        axes.set_ylim(0, highest * 1.04)
        axes.tick_params(labelleft=place == 0)
    foot = TOP + TALL + 50
    write(figure, WIDTH / 2, foot, words["epoch"], color=paint.muted, ha="center")
    return figure


def _ring(axes: Axes, means: np.ndarray, words: Words, paint: Palette) -> None:
    lowest = int(means.argmin())
    early = lowest < len(means) / 2
    place, text = (lowest + 1, means[lowest]), words["turn"].format(epoch=lowest + 1)
    axes.plot(*place, "o", mfc="none", mec=paint.ink, ms=12, mew=1.8)
    look: Look = {"ha": "left" if early else "right", "fontsize": SMALL}
    axes.annotate(text, place, (0, 16 if early else 76), textcoords="offset points", **look)
