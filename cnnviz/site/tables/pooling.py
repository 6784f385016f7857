"""Tables of lesson 3: pooling and invariance."""

from cnnviz.site.tables.layout import Layout

TABLES: dict[str, Layout] = {}
