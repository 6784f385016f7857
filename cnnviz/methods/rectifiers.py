"""Rectifiers with another way back: the rules of guided backpropagation and deconvnet.

A mode watches the calls of activation functions however they are made, as a module, in place or
as a plain function. No module of the network is replaced or hooked.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import torch
from torch import Tensor
from torch.overrides import TorchFunctionMode

# Exactly zero where the unit is off: their own derivative already stops the signal there.
HARD = frozenset({"relu", "relu6", "hardtanh", "clamp", "clamp_min"})
# Nearly zero below zero, and rising above it.
SOFT = frozenset(
    {
        "hardswish",
        "silu",
        "gelu",
        "mish",
        "softplus",
        "elu",
        "celu",
        "selu",
        "leaky_relu",
        "rrelu",
        "prelu",
    }
)
# Rectifiers only if their lower limit is zero; where that stands, and what it is unless given.
FLOORS = {"hardtanh": ("min_val", -1.0), "clamp": ("min", None), "clamp_min": ("min", None)}

Call = Callable[..., Tensor]


@contextmanager
def guided(method: str) -> Iterator[None]:
    """Let only positive signals back through rectifiers that are on, while the block lasts."""
    yield from _watched(_guided, method)


@contextmanager
def deconvolved(method: str) -> Iterator[None]:
    """Let only positive signals back through rectifiers, on or off, while the block lasts."""
    yield from _watched(_deconvolved, method)


def _watched(rule: Call, method: str) -> Iterator[None]:
    with _Watch(rule) as watch:
        yield
    if not watch.met:
        raise ValueError(
            f"{method} met no rectifier (ReLU and its kin) on the way, where it would differ "
            "from the plain gradient: use saliency, or a layer behind an activation"
        )


class _Watch(TorchFunctionMode):
    """Sees each call of a torch function, and answers those of rectifiers by a rule."""

    def __init__(self, rule: Call):
        super().__init__()
        self.rule = rule
        self.met = 0

    def __torch_function__(
        self, function: Any, types: Any, args: Any = (), kwargs: Any = None
    ) -> Any:
        kwargs = kwargs or {}
        if not torch.is_grad_enabled() or not _is_rectifier(function, args, kwargs):
            return function(*args, **kwargs)
        self.met += 1
        return self.rule(function, *args, **kwargs)


def _is_rectifier(function: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> bool:
    name = _name(function)
    if name in FLOORS:
        keyword, default = FLOORS[name]
        floor = args[1] if len(args) > 1 else kwargs.get(keyword, default)
        return isinstance(floor, int | float) and floor == 0
    return name in HARD or name in SOFT


def _name(function: Any) -> str:
    return getattr(function, "__name__", "").rstrip("_")


def _guided(function: Call, *args: Any, **kwargs: Any) -> Tensor:
    output = function(*args, **kwargs)
    if output.requires_grad:
        on = None if _name(function) in HARD else output.detach() > 0
        output.register_hook(lambda signal: _positive(signal, on))
    return output


def _positive(signal: Tensor, on: Tensor | None) -> Tensor:
    passed = signal.clamp(min=0)
    return passed if on is None else passed * on


def _deconvolved(function: Call, *args: Any, **kwargs: Any) -> Tensor:
    unit, rest = _taken(args, kwargs)
    with torch.no_grad():
        output = function(unit.clone(), *rest, **kwargs)
    passed: Tensor = _Transposed.apply(unit, output)
    in_place = function.__name__.endswith("_") or kwargs.get("inplace", False)
    return unit.copy_(passed) if in_place else passed


def _taken(args: tuple[Any, ...], kwargs: dict[str, Any]) -> tuple[Tensor, tuple[Any, ...]]:
    """Separate a rectifier's input from its settings, by place or by name."""
    if args:
        return args[0], args[1:]
    return kwargs.pop("input"), ()


class _Transposed(torch.autograd.Function):
    """A rectifier on the way there, a rectifier of the signal on the way back."""

    @staticmethod
    def forward(ctx: Any, unit: Tensor, output: Tensor) -> Tensor:
        """Give the output that was computed from the unit."""
        return output.view_as(output)

    @staticmethod
    def backward(ctx: Any, signal: Tensor) -> tuple[Tensor, None]:
        """Rectify the signal."""
        return signal.clamp(min=0), None
