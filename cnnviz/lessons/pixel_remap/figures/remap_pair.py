"""Six digits, and their remap."""

from cnnviz.drawing.halves import halves
from cnnviz.drawing.style import Canvas, Palette, Words
from cnnviz.lessons.pixel_remap.results import Remapped

SHOWN = (2, 3, 4, 5, 7, 8)  # round ones and straight ones


def draw(remap_images: Remapped, words: Words, paint: Palette) -> Canvas:
    """Draw the digits as they are beside the same digits remapped."""
    before, after = (
        [remap_images[state][digit] for digit in SHOWN] for state in ("original", "remapped")
    )
    return halves(before, after, paint)
