"""Tables of the pixel remap."""

from cnnviz.lessons.pixel_remap.results import Accuracies, ParkingAccuracies
from cnnviz.pages.layout import Table, Writer
from cnnviz.results import Summary

HEADS = ("network", "n", "original", "remapped", "loss")


def remap_accuracy(remap_accuracy: Accuracies, write: Writer) -> Table:
    """Lay out accuracy on original and remapped digits."""
    summary = remap_accuracy["summary"]
    rows = [_row(network, summary[network], write) for network in ("lenet5", "mlp")]
    return write.heads("remap_accuracy", *HEADS), rows


def parking_remap(parking_remap: ParkingAccuracies, write: Writer) -> Table:
    """Lay out accuracy on original and remapped parking spaces beside the source's."""
    rows = []
    for network, source in (("mobilenet_v3_small", "cnn"), ("mlp", "mlp")):
        theirs = write.quoted["pklot_remap"][source]
        shares = (write.number(theirs[of], "whole_percent") for of in ("original", "remapped"))
        row = _row(network, parking_remap["summary"][network], write)
        rows.append([*row, " → ".join(shares)])
    return write.heads("remap_accuracy", *HEADS, "source"), rows


def _row(network: str, row: dict[str, Summary], write: Writer) -> list[str]:
    return [
        write(f"networks.{network}"),
        str(row["original"]["n"]),
        write.spread(row["original"], "percent"),
        write.spread(row["remapped"], "percent"),
        write.spread(row["loss"], "points"),
    ]
