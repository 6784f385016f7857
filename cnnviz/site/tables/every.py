"""All tables by their names."""

from cnnviz.site.tables import (
    activations,
    architectures,
    class_activation,
    convolution,
    dreams,
    features,
    filters,
    gradient,
    learning,
    maximisation,
    noise,
    pooling,
    remap,
    why_cnns,
)
from cnnviz.site.tables.layout import Layout

LESSONS = (
    why_cnns,
    convolution,
    pooling,
    gradient,
    architectures,
    learning,
    activations,
    filters,
    maximisation,
    class_activation,
    features,
    remap,
    noise,
    dreams,
)
TABLES: dict[str, Layout] = {
    name: layout for lesson in LESSONS for name, layout in lesson.TABLES.items()
}
