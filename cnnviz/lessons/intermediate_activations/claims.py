"""Claims of lesson 7, each checked against the build's own numbers."""

from itertools import pairwise
from typing import Any

from cnnviz.lessons.shared.verdict import verdict
from cnnviz.results import Verdict

DIGITS, PARKING = "lenet5", "chollet_convnet"


def deeper_layers_keep_less(reconstructions: dict[str, Any]) -> Verdict:
    """In every run, less of the picture can be drawn from each layer than from the one before."""
    runs: dict[int, list[float]] = {}
    for row in sorted(reconstructions["runs"], key=lambda row: row["depth"]):
        runs.setdefault(row["seed"], []).append(row["r2"])
    falling = all(before > after for r2 in runs.values() for before, after in pairwise(r2))
    summary = reconstructions["summary"][DIGITS]
    numbers = {layer: (each["r2"]["mean"], "percent") for layer, each in summary.items()}
    return verdict(falling, **numbers)


def digit_zeros_stop_growing(sparsities: dict[str, Any]) -> Verdict:
    """In every run of the digits' CNN, some activation has fewer zeros than the one before it."""
    runs = _by_run(sparsities, DIGITS, "zeros")
    stops = all(any(before > after for before, after in pairwise(zeros)) for zeros in runs)
    return verdict(stops, **_means(sparsities, DIGITS, "zeros"))


def parking_blanks_grow(sparsities: dict[str, Any]) -> Verdict:
    """On average over the runs, each convolution has more blank channels than the last.

    The dense layer after them is left out: its units have no places. Single runs may have
    exceptions, which are counted.
    """
    numbers = _means(sparsities, PARKING, "blank")
    numbers.popitem()
    grow = _growing([mean for mean, _ in numbers.values()])
    runs = [blank[:-1] for blank in _by_run(sparsities, PARKING, "blank")]
    exceptions = sum(not _growing(blank) for blank in runs)
    return verdict(grow, **numbers, exceptions=(float(exceptions), "whole"))


def _growing(values: list[float]) -> bool:
    return all(before < after for before, after in pairwise(values))


def most_blanks_are_silent(sparsities: dict[str, Any]) -> Verdict:
    """Of the blank channels of the last convolution, most are so on every test image."""
    last = _activations(sparsities, PARKING)[-2]
    shares = sparsities["summary"][PARKING][last]
    blank, silent = shares["blank"]["mean"], shares["silent"]["mean"]
    return verdict(
        silent > blank / 2,
        blank=(blank, "percent"),
        silent=(silent, "percent"),
    )


def _activations(result: dict[str, Any], network: str) -> list[str]:
    """Name a network's activations in their order, the dense ones included."""
    kinds = {row["layer"]: row["kind"] for row in result["runs"] if row["network"] == network}
    return [layer for layer in result["layers"][network] if kinds[layer] == "activation"]


def _by_run(result: dict[str, Any], network: str, share: str) -> list[list[float]]:
    """Give a share by activation, run by run."""
    layers = _activations(result, network)
    runs: dict[int, dict[str, float]] = {}
    for row in result["runs"]:
        if row["network"] == network and row["trained"] and row["layer"] in layers:
            runs.setdefault(row["seed"], {})[row["layer"]] = row[share]
    return [[found[layer] for layer in layers] for found in runs.values()]


def _means(result: dict[str, Any], network: str, share: str) -> dict[str, tuple[float, str]]:
    summary = result["summary"][network]
    layers = _activations(result, network)
    return {layer: (summary[layer][share]["mean"], "percent") for layer in layers}


def first_layer_keeps_picture(reconstructions: dict[str, Any]) -> Verdict:
    """From the first of the CNN's named layers, nearly the whole picture can be drawn.

    In every run it explains more than nine tenths of the variance, and at most two points less
    than the pixels themselves do.
    """
    first = reconstructions["layers"]["lenet5"][1]
    kept = [
        row["r2"]
        for row in reconstructions["runs"]
        if (row["network"], row["layer"]) == ("lenet5", first)
    ]
    ceiling = reconstructions["summary"]["lenet5"]["input"]["r2"]["mean"]
    last = reconstructions["layers"]["lenet5"][-1]
    return verdict(
        min(kept) > 0.9 and min(kept) > ceiling - 0.02,
        first=(reconstructions["summary"]["lenet5"][first]["r2"]["mean"], "percent"),
        worst=(min(kept), "percent"),
        pixels=(ceiling, "percent"),
        last=(reconstructions["summary"]["lenet5"][last]["r2"]["mean"], "percent"),
    )
