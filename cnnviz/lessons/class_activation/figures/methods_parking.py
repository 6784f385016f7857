"""Parking spaces explained by several methods: drawn as the photographs are."""

from cnnviz.drawing.style import Canvas, Palette, Words
from cnnviz.lessons.class_activation.figures import methods_photos
from cnnviz.lessons.class_activation.results import ParkingMethods


def draw(methods_parking: ParkingMethods, words: Words, paint: Palette) -> Canvas:
    """Draw a row for each space, under its answer, and a column for each method."""
    return methods_photos.draw(methods_parking, words, paint)
