"""Tables of lesson 6: training."""

from cnnviz.site.tables.layout import Layout

TABLES: dict[str, Layout] = {}
