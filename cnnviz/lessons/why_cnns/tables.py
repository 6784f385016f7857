"""Tables of lesson 1: why a perceptron struggles with images."""

from cnnviz.lessons.why_cnns.results import FirstLayers, Recentring
from cnnviz.pages.layout import Table, Writer


def first_layer(first_layer: FirstLayers, write: Writer) -> Table:
    """Lay out what a first layer has to learn, dense or convolution, by the image's size."""
    heads = write.heads("first_layer", "image", "inputs", "unit", "convolution")
    heads.insert(3, write("tables.first_layer.dense", hidden=first_layer["hidden"]))
    rows = []
    for row in first_layer["images"].values():
        counts = (row[name] for name in ("inputs", "unit", "dense", "convolution"))
        size = f"{row['side']}×{row['side']}×{row['channels']}"
        rows.append([size, *(write.number(count, "whole") for count in counts)])
    return heads, rows


def recentred(recentred: Recentring, write: Writer) -> Table:
    """Lay out both networks' accuracy on shifted digits, before and after they are centred."""
    kinds, shift = ("original", "shifted", "centred"), recentred["shift"]
    heads = [write(f"tables.recentred.{name}", shift=shift) for name in ("network", *kinds)]
    rows = []
    for network, means in recentred["summary"].items():
        written = (write.plus_minus(means[kind], "percent") for kind in kinds)
        rows.append([write(f"networks.{network}"), *written])
    return heads, rows
