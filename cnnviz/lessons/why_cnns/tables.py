"""Tables of lesson 1: why a perceptron struggles with images."""

from typing import Any

from cnnviz.pages.language import Language, Words
from cnnviz.pages.layout import Table, plus_minus


def first_layer(
    first_layer: dict[str, Any], words: Words, language: Language, quoted: dict[str, Any]
) -> Table:
    """Lay out what a first layer has to learn, dense or convolution, by the image's size."""
    heads = [words(f"tables.first_layer.{name}") for name in ("image", "inputs", "unit")]
    heads.append(words("tables.first_layer.dense", hidden=first_layer["hidden"]))
    heads.append(words("tables.first_layer.convolution"))
    rows = []
    for row in first_layer["images"].values():
        size = f"{row['side']}×{row['side']}×{row['channels']}"
        counts = (row[name] for name in ("inputs", "unit", "dense", "convolution"))
        rows.append([size, *(language.number(count, "whole") for count in counts)])
    return heads, rows


def recentred(
    recentred: dict[str, Any], words: Words, language: Language, quoted: dict[str, Any]
) -> Table:
    """Lay out both networks' accuracy on shifted digits, before and after they are centred."""
    kinds = ("original", "shifted", "centred")
    heads = [words("tables.recentred.network")]
    heads += [words(f"tables.recentred.{kind}", shift=recentred["shift"]) for kind in kinds]
    rows = []
    for network, summary in recentred["summary"].items():
        written = [plus_minus(summary[kind], language, "percent") for kind in kinds]
        rows.append([words(f"networks.{network}"), *written])
    return heads, rows
