"""Tables of lesson 6: training."""

from collections.abc import Callable
from typing import Any

from cnnviz.pages.language import Language, Words
from cnnviz.pages.layout import Table, plus_minus, spread

Cells = Callable[[dict[str, Any]], list[str]]  # of a kind of training, from its summary


def parts(parts: dict[str, Any], words: Words, language: Language, quoted: dict[str, Any]) -> Table:
    """Lay out the three parts of the data, and what each is for."""
    heads = [words(f"tables.parts.{name}") for name in ("part", "images")]
    rows = [
        [words(f"tables.parts.{part}"), language.decimals(parts[part], 0)]
        for part in ("training", "validation", "test")
    ]
    return heads, rows


def optimisers(
    optimisers: dict[str, Any], words: Words, language: Language, quoted: dict[str, Any]
) -> Table:
    """Lay out how fast two optimisers begin, and where they end."""
    heads = ("optimiser", "n", "first", "last", "test")

    def cells(row: dict[str, Any]) -> list[str]:
        return [
            str(row["test"]["n"]),
            plus_minus(row["first"]["loss"], language, "decimal"),
            plus_minus(row["last"]["loss"], language, "decimal"),
            spread(row["test"], language, "percent"),
        ]

    return _by_kind("optimisers", optimisers, words, heads, cells)


def splits(
    splits: dict[str, Any], words: Words, language: Language, quoted: dict[str, Any]
) -> Table:
    """Lay out what the inverted split reaches, as long as the usual one and with as many steps."""
    heads = ("split", "n", "epochs", "training", "test")

    def cells(row: dict[str, Any]) -> list[str]:
        return [
            str(row["test"]["n"]),
            str(row["epochs"]),
            plus_minus(row["last"]["accuracy"], language, "percent"),
            spread(row["test"], language, "percent"),
        ]

    return _by_kind("splits", splits, words, heads, cells)


def overfitting(
    overfitting: dict[str, Any], words: Words, language: Language, quoted: dict[str, Any]
) -> Table:
    """Lay out how far training and validation come apart, and what is read of the test."""
    heads = ("way", "training", "validation", "gap", "lowest", "last", "test")

    def cells(row: dict[str, Any]) -> list[str]:
        return [
            plus_minus(row["last"]["accuracy"], language, "percent"),
            plus_minus(row["last"]["validation_accuracy"], language, "percent"),
            plus_minus(row["gap"], language, "points"),
            plus_minus(row["lowest"], language, "decimal"),
            plus_minus(row["last"]["validation_loss"], language, "decimal"),
            spread(row["test"], language, "percent"),
        ]

    return _by_kind("overfitting", overfitting, words, heads, cells)


def _by_kind(
    table: str, result: dict[str, Any], words: Words, heads: tuple[str, ...], cells: Cells
) -> Table:
    """Lay out a row for each kind of training: its name, as in the figure, and its cells."""
    rows = []
    for kind in result["kinds"]:
        row = result["summary"][kind]
        name = words(f"figures.{table}.{kind}", epochs=row["epochs"]).replace("\n", ", ")
        rows.append([name, *cells(row)])
    return [words(f"tables.{table}.{head}") for head in heads], rows
