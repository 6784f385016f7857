"""Loss and accuracy of the CNN, epoch by epoch, on training and on validation images."""

from typing import Any

from cnnviz.drawing.kinds import curve, epochs_below, key, measured, of
from cnnviz.drawing.labels import write
from cnnviz.drawing.style import WIDTH, Canvas, Palette, canvas, panel, sheet

KIND = "adam"
LEFT, BETWEEN, RIGHT, TOP, TALL = 50, 66, 10, 78, 240


def draw(optimisers: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw two panels: the loss falls, the accuracy rises; dashed is what was not trained on."""
    rows = of(optimisers, KIND)
    across = (WIDTH - LEFT - BETWEEN - RIGHT) / 2
    figure = canvas(height=TOP + TALL + 62)
    page = sheet(figure)
    key(page, 0, 12, words["training"], paint.cnn)
    key(page, WIDTH / 2, 12, words["validation"], paint.second, dashed=True)
    for place, measure in enumerate(("loss", "accuracy")):
        left = LEFT + place * (across + BETWEEN)
        write(figure, left - LEFT, 54, words[measure], color=paint.muted)
        axes = panel(figure, left, TOP, across, TALL)
        curve(axes, rows, measure, paint.cnn)
        curve(axes, rows, f"validation_{measure}", paint.second, dashed=True)
        epochs_below(axes, max(row["epoch"] for row in rows))
        axes.set_xlabel(words["epoch"], labelpad=8)
        measured(axes, measure, words)
    return figure
