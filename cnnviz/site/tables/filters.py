"""Tables of lesson 8: learned filters."""

from cnnviz.site.tables.layout import Layout

TABLES: dict[str, Layout] = {}
