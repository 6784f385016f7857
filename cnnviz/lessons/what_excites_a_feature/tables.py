"""Tables of lesson 11: what excites a feature."""

from typing import Any

from cnnviz.pages.language import Language, Words
from cnnviz.pages.layout import Table, spread


def same_class(
    same_class: dict[str, Any], words: Words, language: Language, quoted: dict[str, Any]
) -> Table:
    """Lay out how many neighbours share the label, by the space in which they are near."""
    heads = [words(f"tables.same_class.{name}") for name in ("space", "n", "share")]
    rows = [
        [
            words("tables.same_class.layer", network=words(f"networks.{network}")),
            str(found["n"]),
            spread(found, language, "percent"),
        ]
        for network, found in same_class["summary"].items()
    ]
    rows.append([words("tables.same_class.pixels"), "—", language.percent(same_class["pixels"])])
    return heads, rows
