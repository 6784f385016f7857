"""Tables of lesson 12: the pixel remap."""

from typing import Any

from cnnviz.site.language import Language, Words
from cnnviz.site.tables.layout import Layout, Table, spread


def remap_accuracy(
    result: dict[str, Any], words: Words, language: Language, quoted: dict[str, Any]
) -> Table:
    """Lay out accuracy on original and remapped images beside the source's."""
    heads = [words(f"tables.remap_accuracy.{name}") for name in ("network", "n")]
    heads += [words(f"tables.remap_accuracy.{name}") for name in ("original", "remapped", "loss")]
    heads.append(words("tables.remap_accuracy.source"))
    rows = []
    for network, source in (("lenet5", "cnn"), ("mlp", "mlp")):
        row = result["summary"][network]
        theirs = quoted["pklot_remap"][source]
        rows.append(
            [
                words(f"networks.{network}"),
                str(row["original"]["n"]),
                spread(row["original"], language, "percent"),
                spread(row["remapped"], language, "percent"),
                spread(row["loss"], language, "points"),
                " → ".join(language.percent(theirs[when], 0) for when in ("original", "remapped")),
            ]
        )
    return heads, rows


TABLES: dict[str, Layout] = {"remap_accuracy": remap_accuracy}
