"""Tables of lesson 5: architectures."""

from cnnviz.site.tables.layout import Layout

TABLES: dict[str, Layout] = {}
