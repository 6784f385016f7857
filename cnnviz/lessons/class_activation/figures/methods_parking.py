"""Parking spaces explained by several methods: drawn as the photographs are."""

from cnnviz.lessons.class_activation.figures.methods_photos import draw

__all__ = ["draw"]
