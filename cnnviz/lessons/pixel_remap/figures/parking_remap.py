"""Test accuracy on original and on remapped parking spaces, for both networks."""

from typing import Any

from cnnviz.drawing.style import Canvas, Palette
from cnnviz.lessons.pixel_remap.figures import remap_accuracy


def draw(parking_remap: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw what the remap costs, as for digits."""
    return remap_accuracy.draw(parking_remap, words, paint)
