"""The catalogue: the names that a lesson may use, and how their steps are made."""

import inspect
from collections.abc import Callable
from functools import cache
from typing import Any

from cnnviz.catalogue import noise, remap
from cnnviz.catalogue.profile import Profile
from cnnviz.choice import UnknownName, pick
from cnnviz.pipeline.step import Step

Entry = Callable[..., Step]


def _named(*entries: Entry) -> dict[str, Entry]:
    return {entry.__name__: entry for entry in entries}


# What can be measured. `number` and `table` look into these.
RESULTS = _named(
    remap.remap_letters,
    remap.remap_images,
    remap.remap_accuracy,
    remap.remap_blocks,
    remap.remap_after_training,
    remap.neighbour_correlation,
    remap.permuted_weights,
    noise.noise_kinds,
    noise.noise_answer,
    noise.noise_answers,
    noise.noise_threshold,
    noise.reliability,
)

# A figure NAME is drawn by cnnviz/figures/NAME.py from the result given here.
FIGURES: dict[str, Entry] = {
    "remap_letters": remap.remap_letters,
    "remap_images": remap.remap_images,
    "remap_accuracy": remap.remap_accuracy,
    "remap_blocks": remap.remap_blocks,
    "remap_after_training": remap.remap_after_training,
    "neighbour_correlation": remap.neighbour_correlation,
    "noise_kinds": noise.noise_kinds,
    "noise_answer": noise.noise_answer,
    "noise_predictions": noise.noise_answers,
    "noise_confidence": noise.noise_answers,
    "noise_threshold": noise.noise_threshold,
    "reliability": noise.reliability,
    "cover_pixel_remap": remap.remap_images,
    "cover_noise": noise.noise_answer,
}

# A table NAME is laid out by the function of that name in cnnviz/site/tables.py.
TABLES: dict[str, Entry] = {
    "remap_accuracy": remap.remap_accuracy,
    "noise_answer": noise.noise_answer,
    "noise_threshold": noise.noise_threshold,
}

# A claim NAME is checked by the function of that name in the module given here.
CLAIMS: dict[str, tuple[str, Entry]] = {
    name: (f"cnnviz.experiments.{module}:{name}", entry)
    for module, names in {
        "remap_claims": {
            "cnn_loses_more_than_mlp": remap.remap_accuracy,
            "mlp_loss_within_noise": remap.remap_accuracy,
            "remapped_cnn_between_chance_and_mlp": remap.remap_accuracy,
            "neighbours_lose_correlation": remap.neighbour_correlation,
            "larger_blocks_hurt_cnn": remap.remap_blocks,
            "remap_after_training_ruins_both": remap.remap_after_training,
            "mlp_moves_with_its_pixels": remap.permuted_weights,
        },
        "noise_claims": {
            "digits_surer_than_noise": noise.noise_answers,
            "noise_has_favourite_digit": noise.noise_answers,
            "sure_of_noise": noise.noise_answers,
            "threshold_lets_noise_pass": noise.noise_threshold,
        },
    }.items()
    for name, entry in names.items()
}


def result(kind: str, name: str, arguments: dict[str, Any], profile: Profile) -> Step:
    """Give the result that a figure, table, claim or number stands on.

    UnknownName where there is no such name or argument; the message has the near miss.
    """
    tables: dict[str, dict[str, Entry]] = {
        "result": RESULTS,
        "figure": FIGURES,
        "table": TABLES,
        "claim": {claim: entry for claim, (_, entry) in CLAIMS.items()},
    }
    entry = pick(kind, name, tables[kind])
    known = list(inspect.signature(entry).parameters)[1:]
    for argument in arguments:
        if argument not in known:
            raise UnknownName(f"argument of {kind} {name!r}", argument, known)
    step = entry(profile, **arguments)
    return Step(step.function, step.arguments, step.name or entry.__name__)


def drawing(
    name: str, drawn: Step, words: dict[str, str], theme: str, language: str | None
) -> Step:
    """Give the drawing of a result: for one theme, and one language where it has words."""
    arguments = {"result": drawn, "words": words, "theme": theme}
    label = ".".join(part for part in (name, language, theme) if part)
    return Step(f"cnnviz.figures.{name}:draw", arguments, label)


@cache
def claim(name: str, looked_at: Step) -> Step:
    """Give the check of a claim."""
    function, _ = CLAIMS[name]
    return Step(function, {"result": looked_at}, f"claim {name}")


@cache  # a step is itself: the same one has the same key, digested once
def download(of: Step) -> Step:
    """Give a result's numbers as a file that a reader can open."""
    return Step("cnnviz.experiments.numbers:plain", {"result": of}, f"numbers of {of.label}")
