"""The pictures that excite filters deep in an ImageNet network."""

from typing import Any

from cnnviz.drawing.pattern_tiles import pattern_tile
from cnnviz.drawing.smooth import smooth
from cnnviz.drawing.style import WIDTH, canvas, sheet, themed
from cnnviz.drawing.tiles import grid, with_tiles
from cnnviz.pipeline.outcome import Drawing

COLUMNS, GAP = 4, 6


def draw(result: dict[str, Any], words: dict[str, str], theme: str) -> Drawing:
    """Draw the pictures in rows."""
    side = (WIDTH - GAP * (COLUMNS - 1)) / COLUMNS
    rows = -(-len(result["pictures"]) // COLUMNS)
    with themed(theme) as paint:
        figure = canvas(height=round(rows * (side + GAP) - GAP))
        page = sheet(figure)
        for at, (row, picture) in enumerate(zip(result["runs"], result["pictures"], strict=True)):
            down, across = divmod(at, COLUMNS)
            where = across * (side + GAP), down * (side + GAP)
            pattern_tile(page, picture, row["silent"], *where, side, paint)
        tiles = grid(
            f"1/{result['stage']}",
            [None if row["silent"] else (row["start"], row["end"]) for row in result["runs"]],
            channels=[row["unit"] for row in result["runs"]],
            corner=(0, 0),
            side=side,
            step=(side + GAP, side + GAP),
            columns=COLUMNS,
            told="rise",
        )
        return with_tiles(smooth(figure), [tiles])
