"""Six digits, and their remap."""

from typing import Any

from cnnviz.drawing.halves import halves
from cnnviz.pipeline.outcome import Drawing

SHOWN = (2, 3, 4, 5, 7, 8)  # round ones and straight ones


def draw(result: dict[str, Any], words: dict[str, str], theme: str) -> Drawing:
    """Draw the digits as they are beside the same digits remapped."""
    before, after = (
        [result[state][digit] for digit in SHOWN] for state in ("original", "remapped")
    )
    return halves(before, after, theme)
