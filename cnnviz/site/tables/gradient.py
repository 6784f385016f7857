"""Tables of lesson 4: the gradient of shared weights."""

from cnnviz.site.tables.layout import Layout

TABLES: dict[str, Layout] = {}
