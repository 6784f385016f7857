"""Which digit is taken for which: label by row, answer by column."""

import numpy as np
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.patches import Rectangle

from cnnviz.drawing.labels import say, write
from cnnviz.drawing.numbers import whole
from cnnviz.drawing.style import SMALL, Canvas, Look, Palette, Words, canvas, panel
from cnnviz.lessons.training.results import Confusions

LEFT, TOP, SIDE = 68, 64, 484
PALE = 0.55  # of the largest count: darker cells carry their number in the page's colour


def draw(confusions: Confusions, words: Words, paint: Palette) -> Canvas:
    """Draw the counts; what is right lies on the diagonal, and only mistakes are coloured."""
    counts = confusions["counts"]
    wrong = counts - np.diag(np.diag(counts))
    most = max(int(wrong.max()), 1)
    figure = canvas(height=TOP + SIDE + 12)
    named: Look = {"color": paint.muted, "ha": "center"}
    write(figure, LEFT + SIDE / 2, 12, words["answer"], **named)
    write(figure, 12, TOP + SIDE / 2, words["label"], rotation=90, **named)
    axes = panel(figure, LEFT, TOP, SIDE, SIDE)
    scale = LinearSegmentedColormap.from_list("mistakes", [paint.paper, paint.second])
    axes.imshow(wrong, cmap=scale, vmin=0, vmax=most, interpolation="none")
    for (label, answer), count in np.ndenumerate(counts):
        right = label == answer
        if right:
            corner = (answer - 0.5, label - 0.5)
            axes.add_patch(Rectangle(corner, 1, 1, facecolor=paint.faint, linewidth=0))
        strong = not right and count > PALE * most
        colour = paint.page if strong else (paint.ink if count else paint.muted)
        text, weight = whole(count, words) if count else "·", "bold" if right else "normal"
        say(axes, answer, label, text, colour, SMALL, weight=weight, ha="center")
    digits = range(len(counts))
    axes.set(xticks=digits, yticks=digits)
    axes.tick_params(labeltop=True, labelbottom=False, labelsize="medium", colors=paint.ink)
    return figure
