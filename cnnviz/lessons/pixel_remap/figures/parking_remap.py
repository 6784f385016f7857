"""Test accuracy on original and on remapped parking spaces, for both networks."""

from cnnviz.drawing.style import Canvas, Palette, Words
from cnnviz.lessons.pixel_remap.figures import remap_accuracy
from cnnviz.lessons.pixel_remap.results import ParkingAccuracies


def draw(parking_remap: ParkingAccuracies, words: Words, paint: Palette) -> Canvas:
    """Draw what the remap costs, as for digits."""
    return remap_accuracy.draw(parking_remap, words, paint)
