"""The gradient of a weight that is used in many places: place by place, and by differences."""

from collections.abc import Callable

import torch
from torch import Tensor, nn
from torch.nn.functional import cross_entropy, pad

from cnnviz.lessons.shared.digits import tensors
from cnnviz.lessons.shared.trained import number_of_classes
from cnnviz.lessons.shared_weights_gradient import results
from cnnviz.methods.convolution import correlate
from cnnviz.models import fitted
from cnnviz.results import Images
from cnnviz.training import seeded

NUDGE = 1e-7  # small enough that hardly any ReLU switches, large enough for double precision

Loss = Callable[[], Tensor]  # of a network as it is at the moment, on one image


def gradient_by_place(data: Images, network: str, seed: int, image: int) -> results.Places:
    """Split the gradient of one weight of a new network's first convolution by its places.

    The weight is the one with the largest gradient.
    """
    built, one, label = _new(data, network, seed, image)
    first, rest = _first(built), list(built.children())[1:]
    maps = first(one)
    loss = cross_entropy(nn.Sequential(*rest)(maps), label)
    by_weight, by_map = torch.autograd.grad(loss, (first.weight, maps))
    padded = pad(one[0, 0], (int(first.padding[0]),) * 4)
    gradient = by_weight[:, 0]  # digits have one channel
    chosen, row, column = map(int, torch.unravel_index(gradient.abs().argmax(), gradient.shape))
    error = by_map[0, chosen]
    shares = padded[row : row + len(error), column : column + error.shape[1]] * error
    sums = torch.stack([correlate(padded, each) for each in by_map[0]])
    return {
        "label": int(label),
        "image": one[0, 0].numpy(),
        "error": error.numpy(),
        "shares": shares.numpy(),
        "filter": chosen,
        "row": row,
        "column": column,
        "places": shares.numel(),
        "used": int((shares != 0).sum()),
        "raising": shares.clamp(min=0).sum().item(),
        "lowering": shares.clamp(max=0).sum().item(),
        "sum": shares.sum().item(),
        "autograd": gradient[chosen, row, column].item(),
        "difference": (sums - gradient).abs().max().item(),
        "seed": seed,
    }


def gradient_check(data: Images, network: str, repeats: int) -> results.Agreements:
    """Compare autograd with central differences for every weight of the first convolution.

    Each repeat is a new network of another seed, in double precision, and another test image.
    """
    rows: list[results.SeedAgreement] = []
    for seed in range(repeats):
        loss, weights, exact = _differentiated(data, network, seed)
        apart, largest = _error(loss, weights, exact, NUDGE, -NUDGE), max(map(abs, exact))
        rows.append({"seed": seed, "weights": len(exact), "difference": apart, "gradient": largest})
    checked = sum(row["weights"] for row in rows)
    farthest = max(row["difference"] for row in rows)
    least = min(row["gradient"] for row in rows)
    summary: results.Agreement = {"weights": checked, "difference": farthest, "gradient": least}
    return {"runs": rows, "summary": summary}


def difference_steps(data: Images, network: str, repeats: int, weights: int) -> results.StepErrors:
    """Give the error of difference quotients by their step, 10⁻¹ to 10⁻¹³, one- and two-sided.

    The error is the largest of the first so many weights; each repeat is another new network.
    """
    rows: list[results.StepError] = []
    for seed in range(repeats):
        loss, every, exact = _differentiated(data, network, seed)
        for power in range(-1, -14, -1):
            step, few = 10.0**power, exact[:weights]
            central, forward = (_error(loss, every, few, step, end) for end in (-step, 0.0))
            rows.append({"seed": seed, "power": power, "central": central, "forward": forward})
    return {"runs": rows}


def _new(data: Images, network: str, seed: int, image: int) -> tuple[nn.Module, Tensor, Tensor]:
    """Build a network as training would find it, and give a test image, in double precision."""
    images, labels = tensors(data, "test")
    with seeded(seed):
        built = fitted(network, images, number_of_classes(data))
    return built.double().eval(), images[image, None].double(), labels[image, None]


def _first(network: nn.Module) -> nn.Conv2d:
    return next(part for part in network.modules() if isinstance(part, nn.Conv2d))


def _differentiated(data: Images, network: str, seed: int) -> tuple[Loss, Tensor, list[float]]:
    """Give a new network's loss, its first convolution's weights, and autograd's gradient."""
    built, image, label = _new(data, network, seed, image=seed)
    weights = _first(built).weight

    def loss() -> Tensor:
        return cross_entropy(built(image), label)

    (gradient,) = torch.autograd.grad(loss(), weights)
    return loss, weights, gradient.flatten().tolist()


def _error(loss: Loss, weights: Tensor, exact: list[float], above: float, below: float) -> float:
    """Give the largest error of the first weights' difference quotients between two nudges."""
    errors = []
    for place, true in enumerate(exact):
        upper, lower = (_nudged(loss, weights, place, nudge) for nudge in (above, below))
        errors.append(abs((upper - lower) / (above - below) - true))
    return max(errors)


@torch.no_grad()
def _nudged(loss: Loss, weights: Tensor, place: int, nudge: float) -> float:
    """Give the loss with one weight nudged."""
    flat = weights.view(-1)
    before = flat[place].item()
    flat[place] = before + nudge
    nudged = loss().item()
    flat[place] = before
    return nudged
