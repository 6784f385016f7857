"""Training digits, and what augmentation made of them."""

from typing import Any

from cnnviz.drawing.halves import COLUMNS, ROWS, halves
from cnnviz.pipeline.outcome import Drawing


def draw(result: dict[str, Any], words: dict[str, str], theme: str) -> Drawing:
    """Draw three digits twice beside two variations of each."""
    before = [result["originals"][at] for _ in range(ROWS) for at in range(COLUMNS)]
    after = [result["changed"][at][row] for row in range(ROWS) for at in range(COLUMNS)]
    return halves(before, after, theme)
