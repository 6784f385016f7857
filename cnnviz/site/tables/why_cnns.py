"""Tables of lesson 1: why a perceptron struggles with images."""

from cnnviz.site.tables.layout import Layout

TABLES: dict[str, Layout] = {}
