"""All tables by their names."""

from cnnviz.site.tables import noise, remap
from cnnviz.site.tables.layout import Layout

LESSONS = (remap, noise)
TABLES: dict[str, Layout] = {
    name: layout for lesson in LESSONS for name, layout in lesson.TABLES.items()
}
