"""Parking spaces explained by several methods: drawn as the photographs are."""

from cnnviz.figures.methods_photos import draw

__all__ = ["draw"]
