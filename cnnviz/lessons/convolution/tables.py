"""Tables of lesson 2: convolution."""

from typing import Any

from cnnviz.pages.language import Language, Words
from cnnviz.pages.layout import Table


def sliding_product(
    sliding_product: dict[str, Any], words: Words, language: Language, quoted: dict[str, Any]
) -> Table:
    """Lay out the output map, one cell for each place of the filter."""
    side = len(sliding_product["output"])
    heads = [words("tables.sliding_product.row")]
    heads += [words("tables.sliding_product.column", n=column + 1) for column in range(side)]
    rows = [
        [str(number), *(language.number(value, "short") for value in row)]
        for number, row in enumerate(sliding_product["output"], start=1)
    ]
    return heads, rows


def source_numbers(
    source_numbers: dict[str, Any], words: Words, language: Language, quoted: dict[str, Any]
) -> Table:
    """Lay out the source's example as every tool computes it, beside the source's numbers."""
    tools = ("ours", "pytorch", "scipy")
    heads = [words(f"tables.source_numbers.{name}") for name in ("way", *tools, "source")]
    rows = [
        [
            words(f"tables.source_numbers.{way}"),
            *(language.number(source_numbers[way][tool], "exact") for tool in tools),
            language.number(quoted["convolution"][way], "exact"),
        ]
        for way in ("correlation", "convolution")
    ]
    return heads, rows


def connections(
    connections: dict[str, Any], words: Words, language: Language, quoted: dict[str, Any]
) -> Table:
    """Lay out how many pixels a unit sees, and how many weights the whole map has."""
    heads = [words(f"tables.connections.{name}") for name in ("kind", "connections", "weights")]
    rows = [
        [
            words(f"tables.connections.{kind}"),
            language.number(connections[kind]["connections"], "whole"),
            language.number(connections[kind]["weights"], "whole"),
        ]
        for kind in ("dense", "local", "shared")
    ]
    return heads, rows


def layer_shapes(
    layer_shapes: dict[str, Any], words: Words, language: Language, quoted: dict[str, Any]
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
        for layer in layer_shapes.values()
    ]
    return heads, rows


def output_sizes(
    output_sizes: dict[str, Any], words: Words, language: Language, quoted: dict[str, Any]
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
        for row in output_sizes["rows"]
    ]
    return heads, rows


def _shape(sides: list[int]) -> str:
    return " × ".join(str(side) for side in sides)
