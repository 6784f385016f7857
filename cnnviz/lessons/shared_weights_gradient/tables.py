"""Tables of lesson 4: the gradient of shared weights."""

from typing import Any

from cnnviz.pages.language import Language, Words
from cnnviz.pages.layout import Table


def two_paths(
    two_paths: dict[str, Any], words: Words, language: Language, quoted: dict[str, Any]
) -> Table:
    """Lay out the worked example: by hand, by autograd, and by central differences."""
    ways = ("hand", "autograd", "differences")
    heads = [words(f"tables.two_paths.{name}") for name in ("what", *ways)]
    rows = [
        [
            words(f"tables.two_paths.{what}"),
            *(_number(two_paths[way], row, language) for way in ways),
        ]
        for what, row in (("path_1", "1"), ("path_2", "2"), ("sum", "sum"), ("mean", "mean"))
    ]
    return heads, rows


def _number(values: dict[str, float], name: str, language: Language) -> str:
    return language.number(values[name], "short") if name in values else "–"
