"""A network's layers as a table of text."""

from cnnviz.commands.inputs import Subject
from cnnviz.models.layers import Layer, layer_table

HEADS = ("layer", "kind", "output", "parameters", "multiply-adds", "field", "stride")
WORDS = 3  # the first columns; the others are numbers, and end alike


def table(of: Subject, size: int | None) -> str:
    """Lay out the layers as an image of the network's own size, else of this one, meets them."""
    side = of.preparation.size or size or 0
    shape = (of.shown.shape[1], side, side)
    rows = [HEADS, *map(_cells, layer_table(of.network, shape))]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(_line(row, widths) for row in rows)


def _cells(layer: Layer) -> tuple[str, ...]:
    return (
        layer.name,
        layer.kind,
        "×".join(map(str, layer.shape)),
        f"{layer.parameters:,}",
        f"{layer.multiply_adds:,}",
        "all" if layer.receptive_field is None else f"{layer.receptive_field} px",
        "" if layer.jump is None else f"{layer.jump} px",
    )


def _line(row: tuple[str, ...], widths: list[int]) -> str:
    cells = [
        cell.ljust(width) if place < WORDS else cell.rjust(width)
        for place, (cell, width) in enumerate(zip(row, widths, strict=True))
    ]
    return "  ".join(cells).rstrip()
