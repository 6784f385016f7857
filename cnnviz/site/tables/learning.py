"""Tables of lesson 6: training."""

from typing import Any

from cnnviz.site.language import Language, Words
from cnnviz.site.tables.layout import Layout, Table, plus_minus, spread


def parts(
    result: dict[str, Any], words: Words, language: Language, quoted: dict[str, Any]
) -> Table:
    """Lay out the three parts of the data, and what each is for."""
    heads = [words(f"tables.parts.{name}") for name in ("part", "images")]
    rows = [
        [words(f"tables.parts.{part}"), language.decimals(result[part], 0)]
        for part in ("training", "validation", "test")
    ]
    return heads, rows


def optimisers(
    result: dict[str, Any], words: Words, language: Language, quoted: dict[str, Any]
) -> Table:
    """Lay out how fast two optimisers begin, and where they end."""
    names = ("optimiser", "n", "first", "last", "test")
    heads = [words(f"tables.optimisers.{name}") for name in names]
    rows = []
    for kind in result["kinds"]:
        row = result["summary"][kind]
        rows.append(
            [
                words(f"figures.optimisers.{kind}"),
                str(row["test"]["n"]),
                plus_minus(row["first"]["loss"], language, "decimal"),
                plus_minus(row["last"]["loss"], language, "decimal"),
                spread(row["test"], language, "percent"),
            ]
        )
    return heads, rows


def splits(
    result: dict[str, Any], words: Words, language: Language, quoted: dict[str, Any]
) -> Table:
    """Lay out what the inverted split reaches, as long as the usual one and with as many steps."""
    names = ("split", "n", "epochs", "training", "test")
    heads = [words(f"tables.splits.{name}") for name in names]
    rows = []
    for kind in result["kinds"]:
        row = result["summary"][kind]
        rows.append(
            [
                words(f"figures.splits.{kind}", epochs=row["epochs"]).replace("\n", ", "),
                str(row["test"]["n"]),
                str(row["epochs"]),
                plus_minus(row["last"]["accuracy"], language, "percent"),
                spread(row["test"], language, "percent"),
            ]
        )
    return heads, rows


def overfitting(
    result: dict[str, Any], words: Words, language: Language, quoted: dict[str, Any]
) -> Table:
    """Lay out how far training and validation come apart, and what is read of the test."""
    names = ("way", "training", "validation", "gap", "lowest", "last", "test")
    heads = [words(f"tables.overfitting.{name}") for name in names]
    rows = []
    for kind in result["kinds"]:
        row = result["summary"][kind]
        rows.append(
            [
                words(f"figures.overfitting.{kind}"),
                plus_minus(row["last"]["accuracy"], language, "percent"),
                plus_minus(row["last"]["validation_accuracy"], language, "percent"),
                plus_minus(row["gap"], language, "points"),
                plus_minus(row["lowest"], language, "decimal"),
                plus_minus(row["last"]["validation_loss"], language, "decimal"),
                spread(row["test"], language, "percent"),
            ]
        )
    return heads, rows


TABLES: dict[str, Layout] = {
    "parts": parts,
    "optimisers": optimisers,
    "splits": splits,
    "overfitting": overfitting,
}
