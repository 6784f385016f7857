"""The pictures that excite filters deep in an ImageNet network."""

from cnnviz.drawing.style import Canvas, Palette, Words, canvas, sheet
from cnnviz.lessons.pattern_maximisation.pattern_tiles import pattern_rows, pattern_side
from cnnviz.lessons.pattern_maximisation.results import StagePatterns

COLUMNS, GAP = 4, 6


def draw(imagenet_patterns: StagePatterns, words: Words, paint: Palette) -> Canvas:
    """Draw the pictures in rows."""
    rows = -(-len(imagenet_patterns["pictures"]) // COLUMNS)
    figure = canvas(
        height=round(rows * (pattern_side(COLUMNS, GAP) + GAP) - GAP), pictures="smooth"
    )
    name = f"1/{imagenet_patterns['stage']}"
    figure.tiles = [
        pattern_rows(sheet(figure), name, imagenet_patterns, COLUMNS, GAP, (0, 0), paint)
    ]
    return figure
