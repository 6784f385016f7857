"""Tables of lesson 2: convolution."""

from cnnviz.site.tables.layout import Layout

TABLES: dict[str, Layout] = {}
