"""All tables by their names."""

from cnnviz.site.tables import why_cnns, convolution, pooling, gradient, architectures, learning, noise, remap
from cnnviz.site.tables.layout import Layout

LESSONS = (why_cnns, convolution, pooling, gradient, architectures, learning, remap, noise)
TABLES: dict[str, Layout] = {
    name: layout for lesson in LESSONS for name, layout in lesson.TABLES.items()
}
