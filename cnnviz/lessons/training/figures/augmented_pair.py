"""Training digits, and what augmentation made of them."""

from typing import Any

from cnnviz.drawing.halves import COLUMNS, ROWS, halves
from cnnviz.drawing.style import Canvas, Palette


def draw(augmented_digits: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw three digits twice beside two variations of each."""
    before = [augmented_digits["originals"][at] for _ in range(ROWS) for at in range(COLUMNS)]
    after = [augmented_digits["changed"][at][row] for row in range(ROWS) for at in range(COLUMNS)]
    return halves(before, after, paint)
