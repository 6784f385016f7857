"""Tables of lesson 14: DeepDream."""

from cnnviz.site.tables.layout import Layout

TABLES: dict[str, Layout] = {}
