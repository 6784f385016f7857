"""Tables of lesson 10: class activation."""

from typing import Any

from cnnviz.pages.language import Language, Words
from cnnviz.pages.layout import Table


def changed_spaces(
    changed_spaces: dict[str, Any], words: Words, language: Language, quoted: dict[str, Any]
) -> Table:
    """Lay out both networks' accuracy on the test images as they are, mirrored, and changed."""
    ways = ("original", "mirrored", "changed")
    heads = [words(f"tables.changed_spaces.{name}") for name in ("network", *ways)]
    rows = [
        [
            words(f"tables.changed_spaces.{network}"),
            *(language.percent(reached[way]) for way in ways),
        ]
        for network, reached in changed_spaces["accuracy"].items()
    ]
    return heads, rows


def mark_evidence(
    mark_seen: dict[str, Any], words: Words, language: Language, quoted: dict[str, Any]
) -> Table:
    """Lay out the share of the evidence that lies on the mark, by network and method."""
    methods = list(mark_seen["summary"]["clean"])
    heads = [words(f"tables.mark_evidence.{name}") for name in ("network", *methods)]
    rows = [
        [
            words(f"tables.mark_evidence.{taught}"),
            *(language.percent(found[method]["mean"]) for method in methods),
        ]
        for taught, found in mark_seen["summary"].items()
    ]
    return heads, rows
