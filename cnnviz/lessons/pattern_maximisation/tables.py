"""Tables of lesson 9: pattern maximisation."""

from typing import Any

from cnnviz.pages.language import Language, Words
from cnnviz.pages.layout import Table, plus_minus


def patterns_by_layer(
    patterns_by_layer: dict[str, Any], words: Words, language: Language, quoted: dict[str, Any]
) -> Table:
    """Lay out the silent filters, and how fine the patterns are, before and after pooling."""
    name = "tables.patterns_by_layer"
    heads = [words(f"{name}.{head}") for head in ("layer", "silent", "before", "after")]
    rows = []
    filters = patterns_by_layer["filters"] // len(patterns_by_layer["layers"])
    for depth in range(1, len(patterns_by_layer["layers"]) // 2 + 1):
        before, after = (
            patterns_by_layer["summary"][f"{kind}{depth}"] for kind in ("relu", "pool")
        )
        rows.append(
            [
                words(f"{name}.convolution", n=depth),
                words(f"{name}.of", n=before["silent"], all=filters),
                plus_minus(before["frequency"], language, "decimal"),
                plus_minus(after["frequency"], language, "decimal"),
            ]
        )
    return heads, rows
