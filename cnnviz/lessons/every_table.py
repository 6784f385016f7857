"""All tables by their names."""

from cnnviz.lessons.entries import tables
from cnnviz.pages.layout import Layout

TABLES: dict[str, Layout] = {
    name: layout for each in tables() for name, layout in each.TABLES.items()
}
