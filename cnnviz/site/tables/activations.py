"""Tables of lesson 7: intermediate activations."""

from cnnviz.site.tables.layout import Layout

TABLES: dict[str, Layout] = {}
