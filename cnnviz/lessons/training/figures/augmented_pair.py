"""Training digits, and what augmentation made of them."""

from cnnviz.drawing.halves import COLUMNS, ROWS, halves
from cnnviz.drawing.style import Canvas, Palette, Words
from cnnviz.lessons.training.results import Variations


def draw(augmented_digits: Variations, words: Words, paint: Palette) -> Canvas:
    """Draw three digits twice beside two variations of each."""
    before = [augmented_digits["originals"][at] for _ in range(ROWS) for at in range(COLUMNS)]
    after = [augmented_digits["changed"][at][row] for row in range(ROWS) for at in range(COLUMNS)]
    return halves(before, after, paint)
