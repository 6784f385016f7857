"""Tables of lesson 12: the pixel remap."""

from typing import Any

from cnnviz.pages.language import Language, Words
from cnnviz.pages.layout import Table, spread


def remap_accuracy(
    remap_accuracy: dict[str, Any], words: Words, language: Language, quoted: dict[str, Any]
) -> Table:
    """Lay out accuracy on original and remapped digits."""
    networks = ("lenet5", "mlp")
    rows = [
        _row(network, remap_accuracy["summary"][network], words, language) for network in networks
    ]
    return _heads(words), rows


def parking_remap(
    parking_remap: dict[str, Any], words: Words, language: Language, quoted: dict[str, Any]
) -> Table:
    """Lay out accuracy on original and remapped parking spaces beside the source's."""
    heads = [*_heads(words), words("tables.remap_accuracy.source")]
    rows = []
    for network, source in (("mobilenet_v3_small", "cnn"), ("mlp", "mlp")):
        theirs = quoted["pklot_remap"][source]
        shares = (language.percent(theirs[when], 0) for when in ("original", "remapped"))
        row = _row(network, parking_remap["summary"][network], words, language)
        rows.append([*row, " → ".join(shares)])
    return heads, rows


def _heads(words: Words) -> list[str]:
    names = ("network", "n", "original", "remapped", "loss")
    return [words(f"tables.remap_accuracy.{name}") for name in names]


def _row(network: str, row: dict[str, Any], words: Words, language: Language) -> list[str]:
    return [
        words(f"networks.{network}"),
        str(row["original"]["n"]),
        spread(row["original"], language, "percent"),
        spread(row["remapped"], language, "percent"),
        spread(row["loss"], language, "points"),
    ]
