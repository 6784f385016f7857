"""Test accuracy of both networks on digits shifted to the right and downwards."""

from cnnviz.drawing.bands import amounts_below
from cnnviz.drawing.labels import headings, write
from cnnviz.drawing.style import SMALL, Canvas, Look, Palette, Words, canvas, panel, sheet
from cnnviz.lessons.shared.moved_curves import CHANCE, moved_curves
from cnnviz.lessons.shared.results import MovedAccuracies

LEFTS, ACROSS, DOWN, TOP = (50, 316), 240, 260, 66


def draw(moved_accuracy: MovedAccuracies, words: Words, paint: Palette) -> Canvas:
    """Draw a panel for each way: every run a dot, the means as lines with their intervals."""
    figure = canvas(height=TOP + DOWN + 62)
    headings(sheet(figure), LEFTS[0], moved_accuracy["summary"], words, paint)
    write(figure, 0, 42, words["accuracy"], color=paint.muted)
    right, down = (panel(figure, left, TOP, ACROSS, DOWN) for left in LEFTS)
    for axes, way in ((right, "right"), (down, "down")):
        moved_curves(axes, moved_accuracy, way, words, paint, size=4)
        axes.set_yticks([0, 0.25, 0.5, 0.75, 1])
        amounts_below(axes, [-8, -4, 0, 4, 8], words[way], words)
    down.tick_params(labelleft=False)
    chance: Look = {"color": paint.muted, "fontsize": SMALL}
    right.text(0, CHANCE - 0.02, words["chance"], ha="center", va="top", **chance)
    return figure
