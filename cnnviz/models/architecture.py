"""A kind of network: how it is built, what its images need, where its weights are found.

A network of ours is looked up by its name while the program runs: no list names them all. So a
new one is a new file, and nothing that stands on another network changes.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib import import_module
from inspect import signature
from pathlib import Path
from types import MappingProxyType

from torch import Tensor, nn

from cnnviz.choice import UnknownName
from cnnviz.models import networks
from cnnviz.models.preparation import UNCHANGED, Preparation

PUBLISHED = "cnnviz.models.published"

State = dict[str, Tensor]


def as_they_are(state: State) -> State:
    """Give the tensors of a file under the names that they have."""
    return state


@dataclass(frozen=True)
class Architecture:
    """What can be told of a network before it is built."""

    build: Callable[..., nn.Module]
    preparation: Preparation = UNCHANGED
    # Published weights: what they are called, and what gives their file.
    weights: Mapping[str, Callable[[], Path]] = field(default_factory=lambda: MappingProxyType({}))
    our_names: Callable[[State], State] = as_they_are  # for files that name the tensors otherwise

    @cached_property
    def options(self) -> tuple[str, ...]:
        """The names of what the network can be told: channels, size, classes, hidden …"""
        return tuple(signature(self.build).parameters)


@cache
def architecture(name: str) -> Architecture:
    """Find a network by its name; UnknownName gives the near miss and those that there are."""
    if name in ours():
        module = import_module(f"{networks.__name__}.{name}")
        return Architecture(
            getattr(module, name),
            getattr(module, "PREPARATION", UNCHANGED),
            getattr(module, "WEIGHTS", {}),
            getattr(module, "our_names", as_they_are),
        )
    if name in names():
        found: Architecture = import_module(PUBLISHED).architecture(name)
        return found
    raise UnknownName("network", name, names())


def ours() -> list[str]:
    """Give the names of the networks that have a file of their own."""
    (folder,) = networks.__path__
    return sorted(file.stem for file in Path(folder).glob("[!_]*.py"))


def names() -> list[str]:
    """Give the names of all networks: ours, and those of torchvision's that the course shows."""
    return [*ours(), *import_module(PUBLISHED).NAMES]
