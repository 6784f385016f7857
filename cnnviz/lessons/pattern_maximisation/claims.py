"""Claims of the lesson on pattern maximisation, each checked against the build's own numbers."""

from itertools import pairwise

from cnnviz.lessons.pattern_maximisation import results
from cnnviz.lessons.shared.verdict import verdict
from cnnviz.results import Verdict, where


def ascent_excites_filters_more(patterns_by_layer: results.ByLayer) -> Verdict:
    """Every filter that is not silent is more excited at the end than at the start."""
    risen = [row["end"] > row["start"] for row in where(patterns_by_layer["runs"], silent=False)]
    silent = patterns_by_layer["silent"] / patterns_by_layer["filters"]
    return verdict(bool(risen) and all(risen), "percent", risen=_share(risen), silent=silent)


def silent_filters_wake_before_relu(woken: results.Woken) -> Verdict:
    """Each filter that is silent behind the ReLU rises when it is asked for before it."""
    asked = where(woken["runs"], behind=True)
    risen = [row["end"] > row["start"] for row in asked]
    answering = _share([row["answers"] for row in asked])
    return verdict(all(risen), "percent", woken=_share(risen), answering=answering)


def deeper_patterns_are_coarser(patterns_by_layer: results.ByLayer) -> Verdict:
    """From the second convolution on, patterns get coarser with each; so they do after pooling."""
    means = {
        layer: row["frequency"]["mean"]
        for layer, row in patterns_by_layer["summary"].items()
        if layer not in ("relu1", "pool1")
    }
    kinds = [[mean for layer, mean in means.items() if kind in layer] for kind in ("relu", "pool")]
    falling = [later < earlier for kind in kinds for earlier, later in pairwise(kind)]
    return verdict(bool(falling) and all(falling), "decimal", **means)


def better_patterns_are_coarser(pattern_ways: results.Ways) -> Verdict:
    """Of every unit, blurred and natural pictures have more coarse structure than the plain one."""
    ways = ("plain", "blur", "natural")
    each = ([row["coarse"] for row in pattern_ways["ways"][way]["runs"]] for way in ways)
    coarser = all(min(more) > less for less, *more in zip(*each, strict=True))
    means = {way: pattern_ways["summary"][way]["coarse"]["mean"] for way in ways}
    return verdict(coarser, "percent", **means)


def _share(answers: list[bool]) -> float:
    """Give the share that is true; none of nothing is."""
    return sum(answers) / max(len(answers), 1)
