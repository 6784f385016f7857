"""A weight that is used twice, small enough to follow its gradient by hand."""

from typing import Any

import torch
from torch.autograd import grad

from cnnviz.lessons.shared_weights_gradient.results import TwoPaths

NUDGE = 1e-5


def two_paths(
    inputs: list[float], outward: list[float], weight: float, target: float, rate: float
) -> TwoPaths:
    """Follow a weight that is used twice: a = w·x at two places, o = Σ v·a, l = (o − y)²/2.

    Gives the forward values, the gradient by hand, by autograd and by central differences, and
    what one step of gradient descent does with the sum and with the mean of both paths.
    """

    def loss(first: Any, second: Any) -> Any:
        """Give the loss of the weights at both places: numbers, or tensors for autograd."""
        output = outward[0] * first * inputs[0] + outward[1] * second * inputs[1]
        return (output - target) ** 2 / 2

    def after(gradient: float) -> dict[str, float]:
        moved = weight - rate * gradient
        return {"w": moved, "loss": loss(moved, moved)}

    a = [weight * x for x in inputs]
    o = sum(v * each for v, each in zip(outward, a, strict=True))
    by_a = [(o - target) * v for v in outward]
    paths = [by * x for by, x in zip(by_a, inputs, strict=True)]
    one, other, shared = (
        torch.tensor(weight, dtype=torch.float64, requires_grad=True) for _ in range(3)
    )
    apart = [path.item() for path in grad(loss(one, other), (one, other))]
    (together,) = grad(loss(shared, shared), shared)
    above, below = (loss(nudged, nudged) for nudged in (weight + NUDGE, weight - NUDGE))
    return {
        "x": _numbered(inputs),
        "v": _numbered(outward),
        "w": weight,
        "y": target,
        "rate": rate,
        "a": _numbered(a),
        "o": o,
        "loss": loss(weight, weight),
        "by_o": o - target,
        "by_a": _numbered(by_a),
        "hand": _numbered(paths) | {"sum": sum(paths), "mean": sum(paths) / 2},
        "autograd": _numbered(apart) | {"sum": together.item(), "mean": sum(apart) / 2},
        "differences": {"sum": (above - below) / (2 * NUDGE)},
        "after_sum": after(sum(paths)),
        "after_mean": after(sum(paths) / 2),
    }


def _numbered(values: list[float]) -> dict[str, float]:
    return {str(place): value for place, value in enumerate(values, start=1)}
