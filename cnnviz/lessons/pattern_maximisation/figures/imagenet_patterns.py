"""The pictures that excite filters deep in an ImageNet network."""

from typing import Any

from cnnviz.drawing.pattern_tiles import pattern_tile
from cnnviz.drawing.style import WIDTH, Canvas, Palette, canvas, sheet
from cnnviz.drawing.tiles import grid

COLUMNS, GAP = 4, 6


def draw(imagenet_patterns: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw the pictures in rows."""
    side = (WIDTH - GAP * (COLUMNS - 1)) / COLUMNS
    rows = -(-len(imagenet_patterns["pictures"]) // COLUMNS)
    figure = canvas(height=round(rows * (side + GAP) - GAP), pictures="smooth")
    page = sheet(figure)
    for at, (row, picture) in enumerate(
        zip(imagenet_patterns["runs"], imagenet_patterns["pictures"], strict=True)
    ):
        down, across = divmod(at, COLUMNS)
        where = across * (side + GAP), down * (side + GAP)
        pattern_tile(page, picture, row["silent"], *where, side, paint)
    tiles = grid(
        f"1/{imagenet_patterns['stage']}",
        [
            None if row["silent"] else (row["start"], row["end"])
            for row in imagenet_patterns["runs"]
        ],
        channels=[row["unit"] for row in imagenet_patterns["runs"]],
        corner=(0, 0),
        side=side,
        step=(side + GAP, side + GAP),
        columns=COLUMNS,
        told="rise",
    )
    figure.tiles = [tiles]
    return figure
