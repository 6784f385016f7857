"""A step: a call not yet made, known by a digest of all that decides its outcome."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from operator import attrgetter
from typing import Any

from cnnviz.pipeline.sources import library_versions, source_digests

FORMAT = 1  # of the store's files: raise it with a change to what outcome.py writes


@dataclass(frozen=True, eq=False)
class Step:
    """A call to be made: a function by its name, and its arguments.

    Arguments are plain JSON values, other steps, or lists of steps; a step among the
    arguments stands for its outcome. Nothing here imports the function. The name is for
    people: it takes no part in the key.
    """

    function: str  # "cnnviz.lessons.noise.experiments:answers"
    arguments: dict[str, Any] = field(default_factory=dict)
    name: str = ""

    @cached_property
    def parts(self) -> dict[str, Any]:
        """All that decides the outcome: code, libraries, arguments and upstream keys."""
        module, _, _ = self.function.partition(":")
        # JSON asks what a nested step is, and the answer is its key.
        arguments = json.loads(json.dumps(self.arguments, default=attrgetter("key")))
        return {
            "format": FORMAT,
            "function": self.function,
            "sources": source_digests(module),
            "libraries": library_versions(module),
            "arguments": arguments,
        }

    @cached_property
    def key(self) -> str:
        """A digest of the parts."""
        text = json.dumps(self.parts, sort_keys=True)
        return sha256(text.encode()).hexdigest()[:16]

    @property
    def label(self) -> str:
        """What people call the step: its name, or the function's."""
        return self.name or self.function.rpartition(".")[2]

    @cached_property
    def upstream(self) -> list["Step"]:
        """The steps whose outcomes are arguments of this one."""
        return list(_steps_in(self.arguments))


def closure(steps: Iterable[Step]) -> dict[str, Step]:
    """Collect the steps and all that they need, by key, upstream first."""
    found: dict[str, Step] = {}

    def visit(step: Step) -> None:
        if step.key not in found:
            for needed in step.upstream:
                visit(needed)
            found[step.key] = step

    for step in steps:
        visit(step)
    return found


def _steps_in(value: Any) -> Iterator[Step]:
    if isinstance(value, Step):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _steps_in(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _steps_in(inner)
