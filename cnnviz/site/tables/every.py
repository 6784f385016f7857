"""All tables by their names."""

from cnnviz.catalogue.entries import by_lesson
from cnnviz.site.tables.layout import Layout

TABLES: dict[str, Layout] = {
    name: layout for tables in by_lesson(__package__) for name, layout in tables.TABLES.items()
}
