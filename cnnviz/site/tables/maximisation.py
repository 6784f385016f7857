"""Tables of lesson 9: pattern maximisation."""

from cnnviz.site.tables.layout import Layout

TABLES: dict[str, Layout] = {}
