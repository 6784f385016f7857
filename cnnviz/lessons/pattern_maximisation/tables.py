"""Tables of the lesson on pattern maximisation."""

from cnnviz.lessons.pattern_maximisation.results import ByLayer
from cnnviz.pages.layout import Table, Writer


def patterns_by_layer(patterns_by_layer: ByLayer, write: Writer) -> Table:
    """Lay out the silent filters, and how fine the patterns are, before and after pooling."""
    summary, depths = patterns_by_layer["summary"], len(patterns_by_layer["layers"]) // 2
    filters = patterns_by_layer["filters"] // (2 * depths)
    rows = []
    for depth in range(1, depths + 1):
        before, after = summary[f"relu{depth}"], summary[f"pool{depth}"]
        rows.append(
            [
                write("tables.patterns_by_layer.convolution", n=depth),
                write("tables.patterns_by_layer.of", n=before["silent"], all=filters),
                write.plus_minus(before["frequency"], "decimal"),
                write.plus_minus(after["frequency"], "decimal"),
            ]
        )
    return write.heads("patterns_by_layer", "layer", "silent", "before", "after"), rows
