"""Tables of lesson 3: pooling and invariance."""

from typing import Any

from cnnviz.pages.language import Language, Words
from cnnviz.pages.layout import Table


def equivariance(
    equivariance: dict[str, Any], words: Words, language: Language, quoted: dict[str, Any]
) -> Table:
    """Lay out how far the maps of shifted digits are from the shifted maps, by layer and shift."""
    shifts = list(next(iter(equivariance["summary"].values())))
    heads = [words(f"tables.equivariance.{name}") for name in ("layer", "step")]
    heads += [words("tables.equivariance.shift", shift=shift) for shift in shifts]
    rows = []
    for layer, step in equivariance["steps"].items():
        means = (equivariance["summary"][layer][shift]["mean"] for shift in shifts)
        written = [language.percent(mean, 1) for mean in means]
        rows.append([words(f"tables.equivariance.{layer}"), str(step), *written])
    return heads, rows
