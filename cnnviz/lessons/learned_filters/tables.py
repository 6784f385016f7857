"""Tables of learned filters."""

from typing import Literal

from cnnviz.lessons.learned_filters.results import Edges
from cnnviz.pages.layout import Table, Writer

MEASURES: tuple[Literal["edge", "strict", "gabor", "loose"], ...]
MEASURES = ("edge", "strict", "gabor", "loose")


def kernel_edges(kernel_edges: Edges, write: Writer) -> Table:
    """Lay out how edge-like and stripe-like first kernels are: before, after, and by chance."""
    own = write.words.table("tables.kernel_edges") | write.words.table("about")
    rows = []
    for network, states in kernel_edges["summary"].items():
        for state in ("untrained", "trained"):
            if state in states:
                name = write(f"tables.kernel_edges.{state}", network=own[network])
                means = (states[state][measure]["mean"] for measure in MEASURES)
                shares = (write.number(mean, "percent") for mean in means)
                rows.append([name, str(states[state]["kernels"]), *shares])
    for side, chance in kernel_edges["chance"].items():
        name = write("tables.kernel_edges.random", side=side)
        edge, gabor = (write.number(chance[f"{of}_mean"], "percent") for of in ("edge", "gabor"))
        exceeded = write.number(chance["exceeded"], "whole_percent")
        rows.append([name, "", edge, f"≤ {exceeded}", gabor, exceeded])
    return write.heads("kernel_edges", "network", "kernels", *MEASURES), rows
