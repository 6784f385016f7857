"""Tables of lesson 3: pooling and invariance."""

from cnnviz.lessons.pooling_and_invariance.results import Equivariance
from cnnviz.pages.layout import Table, Writer


def equivariance(equivariance: Equivariance, write: Writer) -> Table:
    """Lay out how far the maps of shifted digits are from the shifted maps, by layer and shift."""
    shifts = list(next(iter(equivariance["summary"].values())))
    heads = write.heads("equivariance", "layer", "step")
    heads += [write("tables.equivariance.shift", shift=shift) for shift in shifts]
    rows = []
    for layer, step in equivariance["steps"].items():
        means = (equivariance["summary"][layer][shift]["mean"] for shift in shifts)
        name = write(f"tables.equivariance.{layer}")
        rows.append([name, str(step), *(write.number(mean, "percent") for mean in means)])
    return heads, rows
