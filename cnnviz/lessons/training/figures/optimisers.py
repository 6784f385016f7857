"""Two optimisers on the same task: training loss, and validation accuracy."""

from cnnviz.drawing.style import Canvas, Palette, Words
from cnnviz.lessons.training.curves import two_panels
from cnnviz.lessons.training.results import Learning, Measure
from cnnviz.results import where

PANELS: tuple[Measure, Measure] = ("loss", "validation_accuracy")


def draw(optimisers: Learning, words: Words, paint: Palette) -> Canvas:
    """Draw both optimisers in two panels; the second one is dashed."""
    kinds = optimisers["kinds"]
    curves = [where(optimisers["curves"], kind=kind) for kind in kinds]
    panels = [[(rows, measure) for rows in curves] for measure in PANELS]
    return two_panels(panels, kinds, (paint.accent, paint.second), words, paint)
