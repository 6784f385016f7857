"""Tables of intermediate activations."""

from cnnviz.lessons.intermediate_activations.results import Reconstructions, Sparsities
from cnnviz.pages.layout import Table, Writer
from cnnviz.results import where

SHARES = ("zeros", "blank", "silent")


def sparsities(sparsities: Sparsities, write: Writer) -> Table:
    """Lay out zeros, blank and silent channels of each layer, network by network."""
    rows = []
    for network, layers in sparsities["layers"].items():
        summary, name = sparsities["summary"][network], write(f"tables.sparsities.{network}")
        images = write.number(sparsities["images"][network], "whole")
        seeds = write("tables.sparsities.seeds", n=summary[layers[0]]["zeros"]["n"])
        rows.append([f"**{name}**", seeds, write("tables.sparsities.images", n=images), "", ""])
        for layer in layers:
            kind = where(sparsities["runs"], network=network, layer=layer)[0]["kind"]
            shares = (write.plus_minus(summary[layer][share], "percent") for share in SHARES)
            rows.append([f"`{layer}`", write(f"tables.sparsities.{kind}"), *shares])
    return write.heads("sparsities", "layer", "kind", *SHARES), rows


def reconstructions(reconstructions: Reconstructions, write: Writer) -> Table:
    """Lay out how many values each layer has, and how much of the picture is drawn from them."""
    (summary,) = reconstructions["summary"].values()
    rows = []
    for layer, of_layer in summary.items():
        values = where(reconstructions["runs"], layer=layer)[0]["values"]
        name = write("tables.reconstructions.input") if layer == "input" else f"`{layer}`"
        explained = write.plus_minus(of_layer["r2"], "percent")
        rows.append([name, write.number(values, "whole"), explained])
    return write.heads("reconstructions", "layer", "values", "r2"), rows
