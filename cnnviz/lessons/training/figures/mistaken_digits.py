"""The digits that most networks mistake: what they are, and what was answered."""

from typing import Any

from cnnviz.drawing.pixels import tile
from cnnviz.drawing.style import WIDTH, Canvas, Palette, canvas, sheet

COLUMNS, GAP, NAME = 6, 14, 62


def draw(mistaken_digits: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw the digits, under each its label, the answer, and how many networks were wrong."""
    side = (WIDTH - GAP * (COLUMNS - 1)) / COLUMNS
    rows = -(-len(mistaken_digits["rows"]) // COLUMNS)
    figure = canvas(height=round(max(rows, 1) * (side + NAME)))
    page = sheet(figure)
    for place, (row, image) in enumerate(
        zip(mistaken_digits["rows"], mistaken_digits["images"], strict=True)
    ):
        left = place % COLUMNS * (side + GAP)
        top = place // COLUMNS * (side + NAME)
        tile(page, image[0], left, top, side, paint)
        middle, below = left + side / 2, top + side
        told: dict[str, Any] = {"va": "center_baseline"}
        page.text(middle - 14, below + 17, str(row["label"]), ha="right", weight="bold", **told)
        page.text(middle, below + 17, "→", ha="center", color=paint.muted, **told)
        page.text(middle + 14, below + 17, str(row["answer"]), color=paint.second,
                  weight="bold", **told)  # fmt: skip
        share = f"{row['runs']}/{mistaken_digits['networks']}"
        page.text(middle, below + 38, share, ha="center", color=paint.muted, fontsize=14, **told)
    return figure
