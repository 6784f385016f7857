"""The catalogue: the names that a lesson may use, and how their steps are made."""

import inspect
from functools import cache
from importlib import import_module
from typing import Any

from cnnviz.choice import UnknownName, pick
from cnnviz.lessons.architectures import plan as architectures
from cnnviz.lessons.class_activation import plan as class_activation
from cnnviz.lessons.convolution import plan as convolution
from cnnviz.lessons.deepdream import plan as dreams
from cnnviz.lessons.entry import Entry
from cnnviz.lessons.intermediate_activations import plan as activations
from cnnviz.lessons.lab import plan as lab
from cnnviz.lessons.learned_filters import plan as filters
from cnnviz.lessons.noise import plan as noise
from cnnviz.lessons.pattern_maximisation import plan as maximisation
from cnnviz.lessons.pixel_remap import plan as remap
from cnnviz.lessons.pooling_and_invariance import plan as pooling
from cnnviz.lessons.shared_weights_gradient import plan as gradient
from cnnviz.lessons.training import plan as learning
from cnnviz.lessons.what_excites_a_feature import plan as features
from cnnviz.lessons.why_cnns import plan as why_cnns
from cnnviz.pipeline.step import Step
from cnnviz.profile import Profile

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


def room(plan: Any) -> str:
    """Give the package of a lesson's plan."""
    return str(plan.__name__.rpartition(".")[0])


PAGES = (*LESSONS, lab)  # the lab has no tables and no claims of its own

# What can be measured. `number` and `table` look into these.
RESULTS: dict[str, Entry] = {entry.__name__: entry for page in PAGES for entry in page.RESULTS}
# A figure NAME is drawn by cnnviz/figures/NAME.py from the result given here.
FIGURES: dict[str, Entry] = {name: entry for page in PAGES for name, entry in page.FIGURES.items()}
DRAWN = {name: room(page) for page in PAGES for name in page.FIGURES}
# A table NAME is laid out by the function of that name in cnnviz/site/tables/.
TABLES: dict[str, Entry] = {
    name: entry for lesson in LESSONS for name, entry in lesson.TABLES.items()
}
# A claim NAME is checked by the function of that name in the module of experiments given here.
CLAIMS: dict[str, tuple[str, Entry]] = {
    name: (f"{room(lesson)}.claims:{name}", entry)
    for lesson in LESSONS
    for name, entry in lesson.CLAIMS.items()
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
    return Step(f"{DRAWN[name]}.figures.{name}:draw", arguments, label)


def tables() -> list[Any]:
    """Import the tables of all lessons, in the lessons' order."""
    return [import_module(f"{room(lesson)}.tables") for lesson in LESSONS]


@cache
def claim(name: str, looked_at: Step) -> Step:
    """Give the check of a claim."""
    function, _ = CLAIMS[name]
    return Step(function, {"result": looked_at}, f"claim {name}")


@cache  # a step is itself: the same one has the same key, digested once
def download(of: Step) -> Step:
    """Give a result's numbers as a file that a reader can open."""
    return Step("cnnviz.pipeline.plain:plain", {"result": of}, f"numbers of {of.label}")
