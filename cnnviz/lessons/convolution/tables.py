"""Tables of lesson 2: convolution."""

from typing import Any

from cnnviz.pages.language import Language, Words
from cnnviz.pages.layout import Layout, Table


def sliding_product(
    result: dict[str, Any], words: Words, language: Language, quoted: dict[str, Any]
) -> Table:
    """Lay out the output map, one cell for each place of the filter."""
    side = len(result["output"])
    heads = [words("tables.sliding_product.row")]
    heads += [words("tables.sliding_product.column", n=column + 1) for column in range(side)]
    rows = [
        [str(number), *(language.number(value, "short") for value in row)]
        for number, row in enumerate(result["output"], start=1)
    ]
    return heads, rows


def source_numbers(
    result: dict[str, Any], words: Words, language: Language, quoted: dict[str, Any]
) -> Table:
    """Lay out the source's example as every tool computes it, beside the source's numbers."""
    tools = ("ours", "pytorch", "scipy")
    heads = [words(f"tables.source_numbers.{name}") for name in ("way", *tools, "source")]
    rows = [
        [
            words(f"tables.source_numbers.{way}"),
            *(language.number(result[way][tool], "exact") for tool in tools),
            language.number(quoted["convolution"][way], "exact"),
        ]
        for way in ("correlation", "convolution")
    ]
    return heads, rows


def connections(
    result: dict[str, Any], words: Words, language: Language, quoted: dict[str, Any]
) -> Table:
    """Lay out how many pixels a unit sees, and how many weights the whole map has."""
    heads = [words(f"tables.connections.{name}") for name in ("kind", "connections", "weights")]
    rows = [
        [
            words(f"tables.connections.{kind}"),
            language.number(result[kind]["connections"], "whole"),
            language.number(result[kind]["weights"], "whole"),
        ]
        for kind in ("dense", "local", "shared")
    ]
    return heads, rows


def layer_shapes(
    result: dict[str, Any], words: Words, language: Language, quoted: dict[str, Any]
) -> Table:
    """Lay out the shapes of weights and biases, and the number of both together."""
    heads = [
        words(f"tables.layer_shapes.{name}") for name in ("layer", "weight", "bias", "parameters")
    ]
    rows = [
        [
            f"`{layer['layer']}`",
            _shape(layer["weight"]),
            _shape(layer["bias"]),
            language.number(layer["parameters"], "whole"),
        ]
        for layer in result.values()
    ]
    return heads, rows


def output_sizes(
    result: dict[str, Any], words: Words, language: Language, quoted: dict[str, Any]
) -> Table:
    """Lay out sizes by the formula and by PyTorch, and the lines that nothing sees."""
    heads = ["*W*", "*K*", "*P*", "*S*"]
    heads += [words(f"tables.output_sizes.{name}") for name in ("formula", "pytorch", "unseen")]
    rows = [
        [
            *(str(row[name]) for name in ("size", "kernel", "padding", "stride")),
            language.number(row["formula"], "short"),
            str(row["output"]),
            str(row["unseen"]),
        ]
        for row in result["rows"]
    ]
    return heads, rows


def _shape(sides: list[int]) -> str:
    return " × ".join(str(side) for side in sides)


TABLES: dict[str, Layout] = {
    "sliding_product": sliding_product,
    "source_numbers": source_numbers,
    "connections": connections,
    "layer_shapes": layer_shapes,
    "output_sizes": output_sizes,
}
