"""The catalogue: the names that a lesson may use, and how their steps are made."""

import inspect
from functools import cache
from importlib import import_module
from typing import Any

from cnnviz.catalogue import (
    activations,
    architectures,
    class_activation,
    convolution,
    dreams,
    features,
    filters,
    gradient,
    lab,
    learning,
    maximisation,
    noise,
    pooling,
    remap,
    why_cnns,
)
from cnnviz.catalogue.entry import Entry
from cnnviz.catalogue.profile import Profile
from cnnviz.choice import UnknownName, pick
from cnnviz.pipeline.step import Step

# Each lesson's module says what it can measure, draw, lay out and check. The lesson's tables and
# the cases of its claims lie in modules of the same name: see `by_lesson`.
LESSONS = (
    why_cnns,
    convolution,
    pooling,
    gradient,
    architectures,
    learning,
    activations,
    filters,
    maximisation,
    class_activation,
    features,
    remap,
    noise,
    dreams,
)
PAGES = (*LESSONS, lab)  # the lab has no tables and no claims of its own

# What can be measured. `number` and `table` look into these.
RESULTS: dict[str, Entry] = {entry.__name__: entry for page in PAGES for entry in page.RESULTS}
# A figure NAME is drawn by cnnviz/figures/NAME.py from the result given here.
FIGURES: dict[str, Entry] = {name: entry for page in PAGES for name, entry in page.FIGURES.items()}
# A table NAME is laid out by the function of that name in cnnviz/site/tables/.
TABLES: dict[str, Entry] = {
    name: entry for lesson in LESSONS for name, entry in lesson.TABLES.items()
}
# A claim NAME is checked by the function of that name in the module of experiments given here.
CLAIMS: dict[str, tuple[str, Entry]] = {
    name: (f"cnnviz.experiments.{module}:{name}", entry)
    for lesson in LESSONS
    for module, claims in lesson.CLAIMS.items()
    for name, entry in claims.items()
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


def by_lesson(room: str) -> list[Any]:
    """Import the modules of a package that belong to the lessons, in the lessons' order."""
    names = [lesson.__name__.rpartition(".")[2] for lesson in LESSONS]
    return [import_module(f"{room}.{name}") for name in names]


@cache
def claim(name: str, looked_at: Step) -> Step:
    """Give the check of a claim."""
    function, _ = CLAIMS[name]
    return Step(function, {"result": looked_at}, f"claim {name}")


@cache  # a step is itself: the same one has the same key, digested once
def download(of: Step) -> Step:
    """Give a result's numbers as a file that a reader can open."""
    return Step("cnnviz.experiments.numbers:plain", {"result": of}, f"numbers of {of.label}")
