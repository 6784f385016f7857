"""How far a network's training loss and validation loss come apart, in three ways to train."""

from typing import Any

from cnnviz.drawing.kinds import curve, epochs_below, key, measured, of
from cnnviz.drawing.labels import write
from cnnviz.drawing.style import SMALL, WIDTH, Canvas, Palette, canvas, panel, sheet

LEFT, BETWEEN, RIGHT, TOP, TALL = 40, 14, 6, 78, 250


def draw(overfitting: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw a panel for each way; a ring marks where the mean validation loss was lowest."""
    kinds = overfitting["kinds"]
    across = (WIDTH - LEFT - BETWEEN * (len(kinds) - 1) - RIGHT) / len(kinds)
    highest = max(max(row["loss"], row["validation_loss"]) for row in overfitting["curves"])
    figure = canvas(height=TOP + TALL + 66)
    page = sheet(figure)
    key(page, 0, 12, words["training"], paint.mlp)
    key(page, WIDTH / 2, 12, words["validation"], paint.second, dashed=True)
    for place, kind in enumerate(kinds):
        left = LEFT + place * (across + BETWEEN)
        write(figure, left, 56, words[kind], weight="bold")
        axes = panel(figure, left, TOP, across, TALL)
        rows = of(overfitting, kind)
        curve(axes, rows, "loss", paint.mlp)
        means = curve(axes, rows, "validation_loss", paint.second, dashed=True)
        lowest = int(means.argmin())
        axes.plot(lowest + 1, means[lowest], "o", mfc="none", mec=paint.ink, ms=12, mew=1.8)
        axes.annotate(
            words["turn"].format(epoch=lowest + 1),
            (lowest + 1, means[lowest]),
            (0, 16 if lowest < len(means) / 2 else 76),
            textcoords="offset points",
            ha="right" if lowest > len(means) / 2 else "left",
            fontsize=SMALL,
        )
        epochs_below(axes, len(means))
        measured(axes, "loss", words)
        axes.set_ylim(0, highest * 1.04)
        axes.tick_params(labelleft=place == 0)
    foot = TOP + TALL + 50
    write(figure, WIDTH / 2, foot, words["epoch"], color=paint.muted, ha="center")
    return figure
