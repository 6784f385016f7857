"""Heat maps over parking spaces: right and wrong answers, with and without augmentation."""

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor, nn

from cnnviz.data.augmentation import augmented
from cnnviz.lessons.class_activation.methods import explained
from cnnviz.lessons.shared.digits import tensors
from cnnviz.lessons.shared.pictured import pictured, shares
from cnnviz.lessons.shared.trained import trained_network
from cnnviz.methods.grad_cam import grad_cam
from cnnviz.training import accuracy, seeded

CLASSES = ("empty", "occupied")


def by_method(
    data: dict[str, Any],
    run: dict[str, Any],
    layer: str,
    window: int,
    stride: int,
    stand_in: bool,
) -> dict[str, Any]:
    """Explain by several methods the surest right answer for each class, on the test images."""
    images, labels = tensors(data, "test")
    network = trained_network(run, data)
    right = chance_of(network, images, labels)
    chosen = [int((right * (labels == label)).argmax()) for label in (1, 0)]
    shown, classes = images[chosen], labels[chosen]
    maps = explained(network, layer, shown, classes, window, stride)
    rows = [
        {
            "picture": pictured(shown[i]),
            "answer": CLASSES[int(classes[i])],
            "probability": float(right[chosen[i]]),
            "maps": {method: some[i] for method, some in maps.items()},
        }
        for i in range(len(chosen))
    ]
    return {"layer": layer, "rows": rows, "stand_in": stand_in}


def best_and_worst(
    data: dict[str, Any],
    full: dict[str, Any],
    augmentation: dict[str, Any],
    layer: str,
    count: int,
    stand_in: bool,
) -> dict[str, Any]:
    """Find the images of each class that the full network reads best and worst.

    Best and worst are by the probability of the right class. Both networks' maps, in shares of
    their maximum, are for the answer that each network gives, right or wrong.
    """
    images, labels = tensors(data, "test")
    networks = {
        "full": trained_network(full, data),
        "augmented": trained_network(augmentation, data),
    }
    right = {name: chance_of(network, images, labels) for name, network in networks.items()}
    groups = []
    for label, kind in enumerate(CLASSES):
        of_class = torch.where(labels == label)[0]
        order = of_class[right["full"][of_class].argsort(stable=True)]
        for which, chosen in (("best", order.flip(0)[:count]), ("worst", order[:count])):
            answers = {
                name: _answers(network, layer, images[chosen], labels[chosen])
                for name, network in networks.items()
            }
            examples = [
                {
                    "picture": pictured(images[place]),
                    **{name: rows[i] for name, rows in answers.items()},
                }
                for i, place in enumerate(chosen)
            ]
            groups.append({"kind": kind, "which": which, "examples": examples})
    return {"layer": layer, "groups": groups, "stand_in": stand_in}


def changed_images(
    data: dict[str, Any],
    full: dict[str, Any],
    augmentation: dict[str, Any],
    amounts: dict[str, Any],
    seed: int,
) -> dict[str, Any]:
    """Test both networks on the test images as they are, and changed as in the augmentation."""
    images, labels = tensors(data, "test")
    ways: dict[str, Callable[[Tensor], Tensor]] = {
        "original": lambda some: some,
        "mirrored": lambda some: some.flip(-1),
        "changed": lambda some: augmented(some, **amounts),
    }
    reached: dict[str, dict[str, float]] = {}
    for name, run in (("full", full), ("augmented", augmentation)):
        network = trained_network(run, data)
        for way, change in ways.items():
            with seeded(seed):  # both networks see the same changes
                shown = change(images)
            reached.setdefault(name, {})[way] = accuracy(network, shown, labels)
    return {"images": len(images), "accuracy": reached}


def told(of: dict[str, Any], stand_in: bool) -> dict[str, Any]:
    """Give a result, and whether its images are drawn in place of photographs."""
    return {**of, "stand_in": stand_in}


@torch.no_grad()
def chance_of(network: nn.Module, images: Tensor, labels: Tensor) -> Tensor:
    """Give the probability of each image's class, from the network's one output or its many."""
    scores = torch.cat([network(some) for some in images.split(64)])
    if scores.shape[1] == 1:
        return torch.where(labels == 1, scores[:, 0], -scores[:, 0]).sigmoid()
    return scores.softmax(dim=1).gather(1, labels[:, None])[:, 0]


def _answers(
    network: nn.Module, layer: str, images: Tensor, labels: Tensor
) -> list[dict[str, Any]]:
    right = chance_of(network, images, labels)
    answers = torch.where(right > 0.5, labels, 1 - labels)
    maps = grad_cam(network, layer, images, answers)
    return [
        {
            "answer": CLASSES[int(answer)],
            "probability": max(float(chance), 1 - float(chance)),
            "map": shares(each),
        }
        for answer, chance, each in zip(answers, right, maps, strict=True)
    ]
