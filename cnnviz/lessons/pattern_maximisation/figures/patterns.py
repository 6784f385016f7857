"""The pictures that excite the first filters of a layer most."""

from typing import Any

from cnnviz.drawing.heat import stand_in
from cnnviz.drawing.pattern_tiles import pattern_tile
from cnnviz.drawing.style import SMALL, WIDTH, Canvas, Palette, canvas, sheet
from cnnviz.drawing.tiles import grid

COLUMNS = 8
LABEL, GAP, HEAD = 28, 4, 38


def draw(patterns: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw a tile for each filter, and beside each row the number of its first filter."""
    side = (WIDTH - LABEL - GAP * (COLUMNS - 1)) / COLUMNS
    rows = -(-len(patterns["runs"]) // COLUMNS)
    figure = canvas(height=round(HEAD + rows * (side + GAP) - GAP), pictures="smooth")
    page = sheet(figure)
    page.text(0, 15, words[patterns["layer"]], weight="bold", va="center_baseline")
    if patterns["stand_in"]:
        stand_in(page, WIDTH - 4, 14, words, paint)
    grids = [_told(patterns, words, side)]
    for at, (row, picture) in enumerate(zip(patterns["runs"], patterns["pictures"], strict=True)):
        down, across = divmod(at, COLUMNS)
        left, top = LABEL + across * (side + GAP), HEAD + down * (side + GAP)
        if not across:
            how: dict[str, Any] = {"color": paint.muted, "fontsize": SMALL, "ha": "right"}
            page.text(LABEL - 8, top + side / 2, str(row["unit"]), va="center_baseline", **how)
        pattern_tile(page, picture, row["silent"], left, top, side, paint)
    figure.tiles = grids
    return figure


def _told(result: dict[str, Any], words: dict[str, str], side: float) -> dict[str, Any]:
    rises = [None if row["silent"] else (row["start"], row["end"]) for row in result["runs"]]
    return grid(
        words[result["layer"]],
        rises,
        channels=[row["unit"] for row in result["runs"]],
        corner=(LABEL, HEAD),
        side=side,
        step=(side + GAP, side + GAP),
        columns=COLUMNS,
        told="rise",
    )
