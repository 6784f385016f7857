"""Loss and accuracy of the CNN, epoch by epoch, on training and on validation images."""

from cnnviz.drawing.style import Canvas, Palette, Words
from cnnviz.lessons.training.curves import two_panels
from cnnviz.lessons.training.results import Learning, Measure
from cnnviz.results import where

PANELS: tuple[tuple[Measure, Measure], ...] = (
    ("loss", "validation_loss"),
    ("accuracy", "validation_accuracy"),
)


def draw(optimisers: Learning, words: Words, paint: Palette) -> Canvas:
    """Draw two panels: the loss falls, the accuracy rises; dashed is what was not trained on."""
    rows = where(optimisers["curves"], kind="adam")
    panels = [[(rows, measure) for measure in both] for both in PANELS]
    return two_panels(panels, ("training", "validation"), (paint.cnn, paint.second), words, paint)
