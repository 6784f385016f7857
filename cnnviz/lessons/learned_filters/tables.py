"""Tables of lesson 8: learned filters."""

from typing import Any

from cnnviz.pages.language import Language, Words
from cnnviz.pages.layout import Table

MEASURES = ("edge", "strict", "gabor", "loose")
STATES = ("untrained", "trained")


def kernel_edges(
    kernel_edges: dict[str, Any], words: Words, language: Language, quoted: dict[str, Any]
) -> Table:
    """Lay out how edge-like and stripe-like first kernels are: before, after, and by chance."""
    heads = [words(f"tables.kernel_edges.{name}") for name in ("network", "kernels", *MEASURES)]
    own = words.table("tables.kernel_edges") | words.table("about")
    rows = []
    for network, states in kernel_edges["summary"].items():
        for state in STATES:
            if state in states:
                name = words(f"tables.kernel_edges.{state}", network=own[network])
                shares = [language.percent(states[state][what]["mean"], 1) for what in MEASURES]
                rows.append([name, str(states[state]["kernels"]), *shares])
    for side, reached in kernel_edges["chance"].items():
        name = words("tables.kernel_edges.random", side=side)
        over = language.percent(reached["exceeded"], 0)
        means = [language.percent(reached[f"{what}_mean"], 1) for what in ("edge", "gabor")]
        rows.append([name, "", means[0], f"≤ {over}", means[1], over])
    return heads, rows
