"""A kind of network: how it is built, what its images need, where its weights are found."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from inspect import signature
from pathlib import Path
from types import MappingProxyType

from torch import Tensor, nn

from cnnviz.models.preparation import UNCHANGED, Preparation

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
