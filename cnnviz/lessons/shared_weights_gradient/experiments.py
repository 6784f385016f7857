"""The gradient of a weight that is used in many places: place by place, and by differences."""

from typing import Any

import torch
from torch import Tensor, nn
from torch.nn.functional import cross_entropy

from cnnviz.lessons.shared.digits import tensors
from cnnviz.lessons.shared.trained import number_of_classes
from cnnviz.methods.convolution import correlate
from cnnviz.models import fitted
from cnnviz.training import seeded

NUDGE = 1e-7  # small enough that hardly any ReLU switches, large enough for double precision


def by_place(data: dict[str, Any], network: str, seed: int, image: int) -> dict[str, Any]:
    """Split the gradient of one weight of a new network's first convolution by its places.

    The weight is the one with the largest gradient. `error` is the gradient of the loss by the
    filter's map; `shares` is what each place adds to the weight's gradient. `difference` is that
    between the sums over places and autograd, over all weights of the layer.
    """
    built, images, labels = _new(data, network, seed)
    one, label = images[image : image + 1], labels[image : image + 1]
    first = _first(built)
    maps = first(one)
    rest = list(built.children())[1:]
    loss = cross_entropy(nn.Sequential(*rest)(maps), label)
    by_weight, by_map = torch.autograd.grad(loss, (first.weight, maps))
    border = int(first.padding[0])
    padded = nn.functional.pad(one[0, 0], (border,) * 4)
    summed = torch.stack([correlate(padded, error) for error in by_map[0]])
    largest = int(by_weight[:, 0].abs().argmax())
    chosen, row, column = (int(i) for i in torch.unravel_index(torch.tensor(largest), summed.shape))
    height, width = by_map.shape[2:]
    under = padded[row : row + height, column : column + width]
    shares = under * by_map[0, chosen]
    return {
        "label": int(label),
        "image": one[0, 0].numpy(),
        "error": by_map[0, chosen].numpy(),
        "shares": shares.numpy(),
        "filter": chosen,
        "row": row,
        "column": column,
        "places": shares.numel(),
        "used": int((shares != 0).sum()),
        "raising": shares.clamp(min=0).sum().item(),
        "lowering": shares.clamp(max=0).sum().item(),
        "sum": shares.sum().item(),
        "autograd": by_weight[chosen, 0, row, column].item(),
        "difference": (summed - by_weight[:, 0]).abs().max().item(),
        "seed": seed,
    }


def checked(data: dict[str, Any], network: str, repeats: int) -> dict[str, Any]:
    """Compare autograd with central differences for every weight of the first convolution.

    Each repeat is a new network of another seed, in double precision, and another test image.
    """
    rows = []
    for seed in range(repeats):
        built, images, labels = _new(data, network, seed)
        one = (images[seed : seed + 1], labels[seed : seed + 1])
        exact = _exact(built, *one)
        weights = range(exact.numel())
        apart = [abs(_central(built, *one, at, NUDGE) - exact[at].item()) for at in weights]
        rows.append(
            {
                "seed": seed,
                "weights": exact.numel(),
                "difference": max(apart),
                "gradient": exact.abs().max().item(),
            }
        )
    return {
        "runs": rows,
        "summary": {
            "weights": sum(row["weights"] for row in rows),
            "difference": max(row["difference"] for row in rows),
            "gradient": min(row["gradient"] for row in rows),
        },
    }


def by_step(data: dict[str, Any], network: str, repeats: int, weights: int) -> dict[str, Any]:
    """Give the error of difference quotients by their step, 10⁻¹ to 10⁻¹³, one- and two-sided.

    The error is the largest of the first so many weights; each repeat is another new network.
    """
    rows = []
    for seed in range(repeats):
        built, images, labels = _new(data, network, seed)
        one = (images[seed : seed + 1], labels[seed : seed + 1])
        exact = _exact(built, *one)[:weights].tolist()
        for power in range(1, 14):
            step = 10.0**-power
            central = [_central(built, *one, at, step) for at in range(weights)]
            forward = [_forward(built, *one, at, step) for at in range(weights)]
            rows.append(
                {
                    "seed": seed,
                    "power": -power,
                    "central": _farthest(central, exact),
                    "forward": _farthest(forward, exact),
                }
            )
    return {"runs": rows}


def _new(data: dict[str, Any], network: str, seed: int) -> tuple[nn.Module, Tensor, Tensor]:
    """Build a network as training would find it, and give the test images, in double precision."""
    images, labels = tensors(data, "test")
    with seeded(seed):
        built = fitted(network, images, number_of_classes(data))
    return built.double().eval(), images.double(), labels


def _first(network: nn.Module) -> nn.Conv2d:
    return next(part for part in network.modules() if isinstance(part, nn.Conv2d))


def _exact(network: nn.Module, image: Tensor, label: Tensor) -> Tensor:
    loss = cross_entropy(network(image), label)
    (gradient,) = torch.autograd.grad(loss, _first(network).weight)
    return gradient.flatten()


@torch.no_grad()
def _at(network: nn.Module, image: Tensor, label: Tensor, place: int, nudge: float) -> float:
    """Give the loss with one weight of the first convolution nudged."""
    weights = _first(network).weight.view(-1)
    before = weights[place].item()
    weights[place] = before + nudge
    loss = cross_entropy(network(image), label).item()
    weights[place] = before
    return loss


def _central(network: nn.Module, image: Tensor, label: Tensor, place: int, step: float) -> float:
    above, below = (_at(network, image, label, place, nudge) for nudge in (step, -step))
    return (above - below) / (2 * step)


def _forward(network: nn.Module, image: Tensor, label: Tensor, place: int, step: float) -> float:
    above, here = (_at(network, image, label, place, nudge) for nudge in (step, 0.0))
    return (above - here) / step


def _farthest(values: list[float], exact: list[float]) -> float:
    return max(abs(value - true) for value, true in zip(values, exact, strict=True))
