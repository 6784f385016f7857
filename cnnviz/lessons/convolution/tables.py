"""Tables of lesson 2: convolution."""

from cnnviz.lessons.convolution import results
from cnnviz.pages.layout import Table, Writer

COUNTS = ("connections", "weights")
TOOLS = ("ours", "pytorch", "scipy")


def sliding_product(sliding_product: results.Sliding, write: Writer) -> Table:
    """Lay out the output map, one cell for each place of the filter."""
    output = sliding_product["output"]
    numbers = range(1, len(output) + 1)
    heads = write.heads("sliding_product", "row")
    heads += [write("tables.sliding_product.column", n=number) for number in numbers]
    rows = [
        [str(number), *(write.number(value, "short") for value in row)]
        for number, row in zip(numbers, output, strict=True)
    ]
    return heads, rows


def source_numbers(source_numbers: results.SourceNumbers, write: Writer) -> Table:
    """Lay out the source's example as every tool computes it, beside the source's numbers."""
    rows = []
    for way in ("correlation", "convolution"):
        numbers = [source_numbers[way][tool] for tool in TOOLS] + [write.quoted["convolution"][way]]
        written = [write.number(number, "exact") for number in numbers]
        rows.append([write(f"tables.source_numbers.{way}"), *written])
    return write.heads("source_numbers", "way", *TOOLS, "source"), rows


def connections(connections: results.Connections, write: Writer) -> Table:
    """Lay out how many pixels a unit sees, and how many weights the whole map has."""
    rows = []
    for kind in ("dense", "local", "shared"):
        written = [write.number(connections[kind][count], "whole") for count in COUNTS]
        rows.append([write(f"tables.connections.{kind}"), *written])
    return write.heads("connections", "kind", *COUNTS), rows


def layer_shapes(layer_shapes: dict[str, results.LayerShape], write: Writer) -> Table:
    """Lay out the shapes of weights and biases, and the number of both together."""
    rows = []
    for layer in layer_shapes.values():
        shapes = [" × ".join(map(str, shape)) for shape in (layer["weight"], layer["bias"])]
        rows.append([f"`{layer['layer']}`", *shapes, write.number(layer["parameters"], "whole")])
    return write.heads("layer_shapes", "layer", "weight", "bias", "parameters"), rows


def output_sizes(output_sizes: results.Sizes, write: Writer) -> Table:
    """Lay out sizes by the formula and by PyTorch, and the lines that nothing sees."""
    rows = []
    for row in output_sizes["rows"]:
        given = (row["size"], row["kernel"], row["padding"], row["stride"])
        formula = write.number(row["formula"], "short")
        rows.append([*map(str, given), formula, str(row["output"]), str(row["unseen"])])
    heads = write.heads("output_sizes", "formula", "pytorch", "unseen")
    return ["*W*", "*K*", "*P*", "*S*", *heads], rows
