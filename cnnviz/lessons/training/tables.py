"""Tables of lesson 6: training."""

from cnnviz.lessons.training.results import Learning, Learnt, Parts
from cnnviz.pages.layout import Table, Writer


def parts(parts: Parts, write: Writer) -> Table:
    """Lay out the three parts of the data, and what each is for."""
    rows = [
        [write(f"tables.parts.{part}"), write.number(parts[part], "whole")]
        for part in ("training", "validation", "test")
    ]
    return write.heads("parts", "part", "images"), rows


def optimisers(optimisers: Learning, write: Writer) -> Table:
    """Lay out how fast two optimisers begin, and where they end."""
    rows = [
        [
            _name("optimisers", kind, row, write),
            str(row["test"]["n"]),
            write.plus_minus(row["first"]["loss"], "decimal"),
            write.plus_minus(row["last"]["loss"], "decimal"),
            write.spread(row["test"], "percent"),
        ]
        for kind, row in optimisers["summary"].items()
    ]
    return write.heads("optimisers", "optimiser", "n", "first", "last", "test"), rows


def splits(splits: Learning, write: Writer) -> Table:
    """Lay out what the inverted split reaches, as long as the usual one and with as many steps."""
    rows = [
        [
            _name("splits", kind, row, write),
            str(row["test"]["n"]),
            str(row["epochs"]),
            write.plus_minus(row["last"]["accuracy"], "percent"),
            write.spread(row["test"], "percent"),
        ]
        for kind, row in splits["summary"].items()
    ]
    return write.heads("splits", "split", "n", "epochs", "training", "test"), rows


def overfitting(overfitting: Learning, write: Writer) -> Table:
    """Lay out how far training and validation come apart, and what is read of the test."""
    rows = [
        [
            _name("overfitting", kind, row, write),
            write.plus_minus(row["last"]["accuracy"], "percent"),
            write.plus_minus(row["last"]["validation_accuracy"], "percent"),
            write.plus_minus(row["gap"], "points"),
            write.plus_minus(row["lowest"], "decimal"),
            write.plus_minus(row["last"]["validation_loss"], "decimal"),
            write.spread(row["test"], "percent"),
        ]
        for kind, row in overfitting["summary"].items()
    ]
    heads = ("way", "training", "validation", "gap", "lowest", "last", "test")
    return write.heads("overfitting", *heads), rows


def _name(figure: str, kind: str, row: Learnt, write: Writer) -> str:
    """Name a kind of training as in the figure, on one line."""
    return write(f"figures.{figure}.{kind}", epochs=row["epochs"]).replace("\n", ", ")
