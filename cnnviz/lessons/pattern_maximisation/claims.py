"""Claims of lesson 9, each checked against the build's own numbers."""

from itertools import pairwise
from typing import Any

from cnnviz.lessons.shared.verdict import verdict
from cnnviz.results import Verdict


def ascent_excites_filters_more(patterns_by_layer: dict[str, Any]) -> Verdict:
    """Every filter that is not silent is more excited at the end than at the start."""
    awake = [row for row in patterns_by_layer["runs"] if not row["silent"]]
    risen = [row for row in awake if row["end"] > row["start"]]
    return verdict(
        bool(awake) and len(risen) == len(awake),
        risen=(len(risen) / max(len(awake), 1), "percent"),
        silent=(patterns_by_layer["silent"] / patterns_by_layer["filters"], "percent"),
    )


def silent_filters_wake_before_relu(woken: dict[str, Any]) -> Verdict:
    """Each filter that is silent behind the ReLU rises when it is asked for before it."""
    asked = [row for row in woken["runs"] if row["behind"]]
    risen = [row for row in asked if row["end"] > row["start"]]
    return verdict(
        len(risen) == len(asked),
        woken=(len(risen) / max(len(asked), 1), "percent"),
        answering=(sum(row["answers"] for row in asked) / max(len(asked), 1), "percent"),
    )


def deeper_patterns_are_coarser(patterns_by_layer: dict[str, Any]) -> Verdict:
    """From the second convolution on, patterns get coarser with each; so they do after pooling."""
    means = {
        layer: row["frequency"]["mean"]
        for layer, row in patterns_by_layer["summary"].items()
        if layer not in ("relu1", "pool1")
    }
    kinds = [[mean for layer, mean in means.items() if kind in layer] for kind in ("relu", "pool")]
    falling = [later < earlier for kind in kinds for earlier, later in pairwise(kind)]
    return verdict(
        bool(falling) and all(falling),
        **{layer: (mean, "decimal") for layer, mean in means.items()},
    )


def better_patterns_are_coarser(pattern_ways: dict[str, Any]) -> Verdict:
    """Of every unit, blurred and natural pictures have more coarse structure than the plain one."""
    ways = ("plain", "blur", "natural")
    plain, blur, natural = (
        [row["coarse"] for row in pattern_ways["ways"][way]["runs"]] for way in ways
    )
    return verdict(
        all(min(more) > less for less, *more in zip(plain, blur, natural, strict=True)),
        **{way: (pattern_ways["summary"][way]["coarse"]["mean"], "percent") for way in ways},
    )
