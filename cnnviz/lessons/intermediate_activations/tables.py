"""Tables of lesson 7: intermediate activations."""

from typing import Any

from cnnviz.pages.language import Language, Words
from cnnviz.pages.layout import Table, plus_minus

SHARES = ("zeros", "blank", "silent")


def sparsities(
    sparsities: dict[str, Any], words: Words, language: Language, quoted: dict[str, Any]
) -> Table:
    """Lay out zeros, blank and silent channels of each layer, network by network."""
    heads = [words(f"tables.sparsities.{name}") for name in ("layer", "kind", *SHARES)]
    rows = []
    for network, layers in sparsities["layers"].items():
        kinds = {
            row["layer"]: row["kind"] for row in sparsities["runs"] if row["network"] == network
        }
        summary = sparsities["summary"][network]
        repeats, images = summary[layers[0]]["zeros"]["n"], sparsities["images"][network]
        rows.append(
            [
                f"**{words(f'tables.sparsities.{network}')}**",
                words("tables.sparsities.seeds", n=repeats),
                words("tables.sparsities.images", n=language.number(images, "whole")),
                "",
                "",
            ]
        )
        for layer in layers:
            shares = [plus_minus(summary[layer][share], language, "percent") for share in SHARES]
            rows.append([f"`{layer}`", words(f"tables.sparsities.{kinds[layer]}"), *shares])
    return heads, rows


def reconstructions(
    reconstructions: dict[str, Any], words: Words, language: Language, quoted: dict[str, Any]
) -> Table:
    """Lay out how many values each layer has, and how much of the picture is drawn from them."""
    (network,) = reconstructions["layers"]
    heads = [words(f"tables.reconstructions.{name}") for name in ("layer", "values", "r2")]
    values = {row["layer"]: row["values"] for row in reconstructions["runs"]}
    named = words.table("tables.reconstructions")
    rows = [
        [
            named["input"] if layer == "input" else f"`{layer}`",
            language.number(values[layer], "whole"),
            plus_minus(reconstructions["summary"][network][layer]["r2"], language, "percent"),
        ]
        for layer in reconstructions["layers"][network]
    ]
    return heads, rows
