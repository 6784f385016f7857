"""Tables of lesson 11: what excites a feature."""

from cnnviz.site.tables.layout import Layout

TABLES: dict[str, Layout] = {}
