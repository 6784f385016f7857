"""How tables write what several repeats gave."""

from collections.abc import Callable
from typing import Any

from cnnviz.site.language import Language, Words

Table = tuple[list[str], list[list[str]]]  # heads and rows
Layout = Callable[[dict[str, Any], Words, Language, dict[str, Any]], Table]


def plus_minus(row: dict[str, float], language: Language, style: str) -> str:
    """Write mean ± standard deviation in a number style."""
    # Spaces that do not break: a deviation alone on a line belongs to nothing.
    return f"{language.number(row['mean'], style)}\u00a0±\u00a0{language.number(row['std'], style)}"


def spread(row: dict[str, float], language: Language, style: str) -> str:
    """Write mean ± standard deviation, and below it the 95 % interval of the mean."""
    interval = language.interval(row["low"], row["high"], style)
    return f"{plus_minus(row, language, style)}<br><small>{interval}</small>"
