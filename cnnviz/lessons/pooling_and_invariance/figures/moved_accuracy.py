"""Test accuracy of both networks on digits that are shifted, turned and scaled."""

from cnnviz.drawing.bands import amounts_below
from cnnviz.drawing.labels import headings, write
from cnnviz.drawing.style import SMALL, Canvas, Look, Palette, Words, canvas, panel, sheet
from cnnviz.lessons.shared.moved_curves import CHANCE, moved_curves
from cnnviz.lessons.shared.results import MovedAccuracies

LEFT, ACROSS, DOWN, TOP, STEP = 54, 500, 150, 70, 234
TICKS: dict[str, list[float]] = {
    "right": [-8, -4, 0, 4, 8],
    "turn": [-90, -60, -30, 0, 30, 60, 90],
    "scale": [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2],
}


def draw(moved_accuracy: MovedAccuracies, words: Words, paint: Palette) -> Canvas:
    """Draw a panel for each way: every run a dot, the means as lines with their intervals."""
    figure = canvas(height=TOP + STEP * len(TICKS) - 14)
    headings(sheet(figure), LEFT, moved_accuracy["summary"], words, paint)
    write(figure, 0, 44, words["accuracy"], color=paint.muted)
    chance: Look = {"color": paint.muted, "fontsize": SMALL, "ha": "center"}
    for row, (way, ticks) in enumerate(TICKS.items()):
        axes = panel(figure, LEFT, TOP + row * STEP, ACROSS, DOWN)
        moved_curves(axes, moved_accuracy, way, words, paint)
        amounts_below(axes, ticks, words[way], words, 2 if way == "scale" else 0, pad=6)
        if way == "right":
            axes.text(0, CHANCE + 0.03, words["chance"], **chance)
    return figure
