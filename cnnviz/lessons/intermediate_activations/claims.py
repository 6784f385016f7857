"""Claims about intermediate activations, each checked against the build's own numbers."""

from collections.abc import Iterable
from itertools import pairwise
from typing import Literal

from cnnviz.lessons.intermediate_activations import results
from cnnviz.lessons.shared.verdict import verdict
from cnnviz.results import Verdict, where

DIGITS, PARKING = "lenet5", "chollet_convnet"

Share = Literal["zeros", "blank"]


def first_layer_keeps_picture(reconstructions: results.Reconstructions) -> Verdict:
    """From the first of the CNN's named layers, nearly the whole picture can be drawn.

    In every run it explains more than nine tenths of the variance, and at most two points less
    than the pixels themselves do.
    """
    means = _explained(reconstructions)
    layers = list(means)
    rows = where(reconstructions["runs"], network=DIGITS, layer=layers[1])
    pixels, first, last = (means[layers[at]] for at in (0, 1, -1))
    worst = min(row["r2"] for row in rows)
    holds = worst > 0.9 and worst > pixels - 0.02
    return verdict(holds, "percent", first=first, worst=worst, pixels=pixels, last=last)


def deeper_layers_keep_less(reconstructions: results.Reconstructions) -> Verdict:
    """In every run, less of the picture can be drawn from each layer than from the one before."""
    rows = sorted(reconstructions["runs"], key=lambda row: row["depth"])
    runs = [[row["r2"] for row in where(rows, seed=seed)] for seed in {row["seed"] for row in rows}]
    falling = all(_growing(reversed(r2)) for r2 in runs)
    return verdict(falling, "percent", **_explained(reconstructions))


def digit_zeros_stop_growing(sparsities: results.Sparsities) -> Verdict:
    """In every run of the digits' CNN, some activation has fewer zeros than the one before it."""
    runs = _by_run(sparsities, DIGITS, "zeros")
    stops = all(any(before > after for before, after in pairwise(zeros)) for zeros in runs)
    return verdict(stops, "percent", **_means(sparsities, DIGITS, "zeros"))


def parking_blanks_grow(sparsities: results.Sparsities) -> Verdict:
    """On average over the runs, each convolution has more blank channels than the last.

    The dense layer after them is left out: its units have no places. Single runs may have
    exceptions, which are counted.
    """
    means = _means(sparsities, PARKING, "blank")
    means.popitem()
    runs = [blank[:-1] for blank in _by_run(sparsities, PARKING, "blank")]
    exceptions = float(sum(not _growing(blank) for blank in runs))
    return verdict(_growing(means.values()), "percent", **means, exceptions=(exceptions, "whole"))


def most_blanks_are_silent(sparsities: results.Sparsities) -> Verdict:
    """Of the blank channels of the last convolution, most are so on every test image."""
    *_, last, _dense = _means(sparsities, PARKING, "blank")
    shares = sparsities["summary"][PARKING][last]
    blank, silent = shares["blank"]["mean"], shares["silent"]["mean"]
    return verdict(silent > blank / 2, "percent", blank=blank, silent=silent)


def _explained(reconstructions: results.Reconstructions) -> dict[str, float]:
    summary = reconstructions["summary"][DIGITS]
    return {layer: each["r2"]["mean"] for layer, each in summary.items()}


def _activations(sparsities: results.Sparsities, network: str) -> list[results.LayerSparsity]:
    """Give the rows of trained networks' activations in their order, the dense ones included."""
    return where(sparsities["runs"], network=network, trained=True, kind="activation")


def _by_run(sparsities: results.Sparsities, network: str, share: Share) -> list[list[float]]:
    """Give a share by activation, run by run."""
    rows = _activations(sparsities, network)
    seeds = dict.fromkeys(row["seed"] for row in rows)
    return [[row[share] for row in where(rows, seed=seed)] for seed in seeds]


def _means(sparsities: results.Sparsities, network: str, share: Share) -> dict[str, float]:
    layers = [row["layer"] for row in _activations(sparsities, network)]
    return {layer: sparsities["summary"][network][layer][share]["mean"] for layer in layers}


def _growing(values: Iterable[float]) -> bool:
    return all(before < after for before, after in pairwise(values))
