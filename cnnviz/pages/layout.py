"""How tables are laid out: heads, rows, and what several repeats gave, as a language writes it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from cnnviz.pages.language import Language, Words
from cnnviz.results import Summary

Table = tuple[list[str], list[list[str]]]  # heads and rows


@dataclass(frozen=True)
class Writer:
    """What a table is written with: a language, its words, and the numbers of the sources."""

    words: Words
    language: Language
    quoted: dict[str, Any]

    def __call__(self, path: str, **values: object) -> str:
        """Give the word at a dotted path."""
        return self.words(path, **values)

    def heads(self, table: str, *names: str) -> list[str]:
        """Give some words of a table's own."""
        return [self.words(f"tables.{table}.{name}") for name in names]

    def number(self, value: float, style: str) -> str:
        """Write a number in a style such as `percent` or `points`."""
        return self.language.number(value, style)

    def plus_minus(self, row: Summary, style: str) -> str:
        """Write mean ± standard deviation."""
        # Where a table is too wide, a line may end before ±, and nowhere else.
        mean, deviation = (self.number(value, style) for value in (row["mean"], row["std"]))
        return f"{mean}<wbr>\u00a0±\u00a0{deviation}"

    def spread(self, row: Summary, style: str) -> str:
        """Write mean ± standard deviation, and below it the 95 % interval of the mean."""
        interval = self.language.interval(row["low"], row["high"], style)
        return f"{self.plus_minus(row, style)}<br><small>{interval}</small>"


Layout = Callable[[Any, Writer], Table]  # the result is of the type that the table names
