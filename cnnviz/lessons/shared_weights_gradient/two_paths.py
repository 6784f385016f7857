"""A weight that is used twice, small enough to follow its gradient by hand."""

from typing import Any

import torch


def example(
    inputs: list[float], outward: list[float], weight: float, target: float, rate: float
) -> dict[str, Any]:
    """Follow a weight that is used twice: a = w·x at two places, o = Σ v·a, l = (o − y)²/2.

    Gives the forward values, the gradient by hand, by autograd and by central differences, and
    what one step of gradient descent does with the sum and with the mean of both paths.
    """
    a = [weight * x for x in inputs]
    o = sum(v * each for v, each in zip(outward, a, strict=True))
    paths = [(o - target) * v * x for v, x in zip(outward, inputs, strict=True)]
    apart = _autograd(inputs, outward, [weight, weight], target)
    shared = _shared_autograd(inputs, outward, weight, target)
    sum_of_paths = sum(paths)
    mean = sum_of_paths / len(paths)
    nudged = [_loss(inputs, outward, weight + sign * 1e-5, target) for sign in (1, -1)]
    return {
        "x": _numbered(inputs),
        "v": _numbered(outward),
        "w": weight,
        "y": target,
        "rate": rate,
        "a": _numbered(a),
        "o": o,
        "loss": _loss(inputs, outward, weight, target),
        "by_o": o - target,
        "by_a": _numbered([(o - target) * v for v in outward]),
        "hand": {**_numbered(paths), "sum": sum_of_paths, "mean": mean},
        "autograd": {**_numbered(apart), "sum": shared, "mean": sum(apart) / len(apart)},
        "differences": {"sum": (nudged[0] - nudged[1]) / 2e-5},
        "after_sum": _after(inputs, outward, weight - rate * sum_of_paths, target),
        "after_mean": _after(inputs, outward, weight - rate * mean, target),
    }


def _numbered(values: list[float]) -> dict[str, float]:
    return {str(place): value for place, value in enumerate(values, start=1)}


def _loss(inputs: list[float], outward: list[float], weight: float, target: float) -> float:
    o = sum(v * weight * x for v, x in zip(outward, inputs, strict=True))
    return (o - target) ** 2 / 2


def _after(
    inputs: list[float], outward: list[float], weight: float, target: float
) -> dict[str, float]:
    return {"w": weight, "loss": _loss(inputs, outward, weight, target)}


def _autograd(
    inputs: list[float], outward: list[float], weights: list[float], target: float
) -> list[float]:
    """Give the gradient where every place has a weight of its own."""
    own = torch.tensor(weights, dtype=torch.float64, requires_grad=True)
    x, v = (torch.tensor(values, dtype=torch.float64) for values in (inputs, outward))
    loss = ((v * own * x).sum() - target) ** 2 / 2
    (gradient,) = torch.autograd.grad(loss, own)
    return gradient.tolist()


def _shared_autograd(
    inputs: list[float], outward: list[float], weight: float, target: float
) -> float:
    shared = torch.tensor(weight, dtype=torch.float64, requires_grad=True)
    x, v = (torch.tensor(values, dtype=torch.float64) for values in (inputs, outward))
    loss = ((v * shared * x).sum() - target) ** 2 / 2
    (gradient,) = torch.autograd.grad(loss, shared)
    return gradient.item()
