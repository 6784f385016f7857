"""Which digit is taken for which: label by row, answer by column."""

from typing import Any

import numpy as np
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.patches import Rectangle

from cnnviz.drawing.labels import write
from cnnviz.drawing.numbers import whole
from cnnviz.drawing.style import SMALL, WIDTH, Canvas, Palette, canvas, panel

LEFT, TOP, SIDE = 68, 64, 484
PALE = 0.55  # of the largest count: darker cells carry their number in the page's colour


def draw(confusions: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw the counts; what is right lies on the diagonal, and only mistakes are coloured."""
    counts = np.asarray(confusions["counts"])
    wrong = counts - np.diag(np.diag(counts))
    most = max(int(wrong.max()), 1)
    digits = range(len(counts))
    figure = canvas(height=TOP + SIDE + 12)
    write(figure, LEFT + SIDE / 2, 12, words["answer"], color=paint.muted, ha="center")
    beside: dict[str, Any] = {"color": paint.muted, "rotation": 90, "ha": "center"}
    write(figure, 12, TOP + SIDE / 2, words["label"], **beside)
    axes = panel(figure, LEFT, TOP, min(SIDE, WIDTH - LEFT), SIDE)
    scale = LinearSegmentedColormap.from_list("mistakes", [paint.paper, paint.second])
    axes.imshow(wrong, cmap=scale, vmin=0, vmax=most, interpolation="none")
    for label, answer in np.ndindex(*counts.shape):
        if label == answer:
            corner = (answer - 0.5, label - 0.5)
            axes.add_patch(Rectangle(corner, 1, 1, facecolor=paint.faint, linewidth=0))
        count = int(counts[label, answer])
        strong = label != answer and count > PALE * most
        colour = paint.page if strong else (paint.ink if count else paint.muted)
        axes.text(
            answer,
            label,
            whole(count, words) if count else "·",
            color=colour,
            fontsize=SMALL,
            weight="bold" if label == answer else "normal",
            ha="center",
            va="center_baseline",
        )
    axes.set_xticks(digits)
    axes.set_yticks(digits)
    axes.tick_params(labeltop=True, labelbottom=False, labelsize="medium", colors=paint.ink)
    return figure
