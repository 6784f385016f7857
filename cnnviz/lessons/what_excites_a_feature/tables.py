"""Tables of lesson 11: what excites a feature."""

from cnnviz.lessons.what_excites_a_feature.results import SameClass
from cnnviz.pages.layout import Table, Writer


def same_class(same_class: SameClass, write: Writer) -> Table:
    """Lay out how many neighbours share the label, by the space in which they are near."""
    rows = []
    for network, row in same_class["summary"].items():
        space = write("tables.same_class.layer", network=write(f"networks.{network}"))
        rows.append([space, str(row["n"]), write.spread(row, "percent")])
    pixels = write.number(same_class["pixels"], "percent")
    rows.append([write("tables.same_class.pixels"), "—", pixels])
    return write.heads("same_class", "space", "n", "share"), rows
