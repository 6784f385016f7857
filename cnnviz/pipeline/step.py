"""A step: a call not yet made, known by a digest of all that decides its outcome."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from hashlib import sha256
from operator import attrgetter
from typing import Any

from cnnviz.choice import UnknownName
from cnnviz.pipeline.code import Reach, reach, source

FORMAT = 2  # of the store's files: raise it with a change to what outcome.py writes


class Named(str):
    """A name among a step's arguments that stands for code: a network's, a drawing's.

    The step's function gets the name, and looks up what it means. That code decides the outcome
    as the function's own does, and is in the step's key; what other names mean is not.
    """

    code: str  # "cnnviz.models.networks.lenet5", or "module:name" of a single definition

    def __new__(cls, name: str, code: str = "") -> "Named":
        """Name a piece of code."""
        named = super().__new__(cls, name)
        named.code = code
        return named


@dataclass(frozen=True, eq=False)
class Step:
    """A call to be made: a function by its name, and its arguments.

    Arguments are plain JSON values, names of code, other steps, or lists of steps; a step among
    the arguments stands for its outcome. Nothing here imports the function. The name is for
    people, and so is what is told `about` it: neither takes part in the key.
    """

    function: str  # "cnnviz.lessons.noise.experiments:noise_answers"
    arguments: dict[str, Any] = field(default_factory=dict)
    name: str = ""
    about: Mapping[str, str] = field(default_factory=dict)  # such as the `data` set that it reads

    @cached_property
    def code(self) -> Reach:
        """All code that decides the outcome: the function's, and what its arguments name."""
        return reach(self.function, *sorted({named.code for named in _names_in(self.arguments)}))

    @cached_property
    def parts(self) -> dict[str, Any]:
        """All that decides the outcome: code, libraries, arguments and upstream keys."""
        code = self.code
        arguments = json.loads(json.dumps(self.arguments, default=attrgetter("key")))
        return {
            "format": FORMAT,
            "function": self.function,
            "code": code.definitions,
            "libraries": code.libraries,
            "arguments": arguments,
        }

    @cached_property
    def key(self) -> str:
        """A digest of the parts."""
        decisive = {
            "format": FORMAT,
            "function": self.function,
            "code": self.code.digest,
            "libraries": self.code.libraries,
            "arguments": self.arguments,
        }
        # JSON asks what a nested step is, and the answer is its key.
        text = json.dumps(decisive, sort_keys=True, default=attrgetter("key"))
        return sha256(text.encode()).hexdigest()[:16]

    @property
    def label(self) -> str:
        """What people call the step: its name, or the function's."""
        return self.name or self.function.rpartition(":")[2]

    def called(self, name: str) -> "Step":
        """Give the same step under another name."""
        return replace(self, name=name)

    def sent(self) -> "Step":
        """Give the step as it travels to a worker: of what is upstream only the keys are known."""
        light = replace(self, arguments=_mapped(self.arguments))
        light.__dict__.update(key=self.key, parts=self.parts)  # those that were planned
        return light

    @cached_property
    def upstream(self) -> list["Step"]:
        """The steps whose outcomes are arguments of this one."""
        return [inner for inner in _leaves(self.arguments) if isinstance(inner, Step)]


class Later:
    """A module whose functions, when they are called, give steps: nothing is imported."""

    def __init__(self, module: str):
        self._module = module

    def __getattr__(self, name: str) -> Callable[..., Step]:
        """Give what makes a step of a function; UnknownName where the module has none."""
        known = source(self._module).functions()
        if name not in known:
            raise UnknownName(f"function of {self._module}", name, known)

        def step(**arguments: Any) -> Step:
            return Step(f"{self._module}:{name}", arguments)

        return step


def later(module: str) -> Later:
    """Give a module whose functions are to be called later, by a worker.

    experiments = later("cnnviz.lessons.noise.experiments")
    experiments.noise_kinds(data=digits(profile), seed=0)  # a Step
    """
    return Later(module)


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


def _leaves(value: Any) -> Iterator[Any]:
    """Give all that stands in lists and dictionaries, and what these are called."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield name
            yield from _leaves(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _leaves(inner)
    else:
        yield value


def _mapped(value: Any) -> Any:
    if isinstance(value, Step):
        light = Step(value.function, name=value.name)
        light.__dict__["key"] = value.key
        return light
    if isinstance(value, dict):
        return {name: _mapped(inner) for name, inner in value.items()}
    return [_mapped(inner) for inner in value] if isinstance(value, list | tuple) else value


def _names_in(arguments: dict[str, Any]) -> Iterator[Named]:
    return (leaf for leaf in _leaves(arguments) if isinstance(leaf, Named))
