"""Tables of lesson 10: class activation."""

from cnnviz.site.tables.layout import Layout

TABLES: dict[str, Layout] = {}
