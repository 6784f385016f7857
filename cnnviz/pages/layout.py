"""How tables write what several repeats gave."""

from collections.abc import Callable
from typing import Any

from cnnviz.pages.language import Language, Words

Table = tuple[list[str], list[list[str]]]  # heads and rows
Layout = Callable[[dict[str, Any], Words, Language, dict[str, Any]], Table]


def plus_minus(row: dict[str, float], language: Language, style: str) -> str:
    """Write mean ± standard deviation in a number style."""
    # Where a table is too wide, a line may end before ±, and nowhere else.
    mean, deviation = (language.number(row[of], style) for of in ("mean", "std"))
    return f"{mean}<wbr>\u00a0±\u00a0{deviation}"


def spread(row: dict[str, float], language: Language, style: str) -> str:
    """Write mean ± standard deviation, and below it the 95 % interval of the mean."""
    interval = language.interval(row["low"], row["high"], style)
    return f"{plus_minus(row, language, style)}<br><small>{interval}</small>"
