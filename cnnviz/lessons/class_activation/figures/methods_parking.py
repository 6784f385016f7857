"""Parking spaces explained by several methods: drawn as the photographs are."""

from typing import Any

from cnnviz.drawing.style import Canvas, Palette
from cnnviz.lessons.class_activation.figures import methods_photos


def draw(methods_parking: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw a row for each space, under its answer, and a column for each method."""
    return methods_photos.draw(methods_parking, words, paint)
