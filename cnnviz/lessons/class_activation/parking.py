"""Heat maps over parking spaces: right and wrong answers, with and without augmentation."""

from typing import Any

import torch
from torch import Tensor, nn

from cnnviz.data.augmentation import augmented
from cnnviz.lessons.class_activation import results
from cnnviz.lessons.class_activation.methods import answered, explained
from cnnviz.lessons.shared.digits import tensors
from cnnviz.lessons.shared.pictured import pictured, shares
from cnnviz.lessons.shared.trained import trained_network
from cnnviz.methods.grad_cam import grad_cam
from cnnviz.results import Images, Run
from cnnviz.training import accuracy, seeded

CLASSES = ("empty", "occupied")


def methods_parking(
    data: Images, run: Run, layer: str, window: int, stride: int
) -> results.ParkingMethods:
    """Explain by several methods the surest right answer for each class, on the test images."""
    images, labels = tensors(data, "test")
    network = trained_network(run, data)
    right = chance_of(network, images, labels)
    surest = [int((right * (labels == label)).argmax()) for label in (1, 0)]
    shown, classes = images[surest], labels[surest]
    answers = answered(shown, [CLASSES[label] for label in classes.tolist()], right[surest])
    rows = explained(answers, network, layer, shown, classes, window, stride)
    return {"layer": layer, "rows": rows}


def best_and_worst(
    data: Images, full: Run, augmentation: Run, layer: str, count: int
) -> results.BestAndWorst:
    """Find the images of each class that the full network reads best and worst.

    Best and worst are by the probability of the right class. Both networks' maps, in shares of
    their maximum, are for the answer that each network gives, right or wrong.
    """
    images, labels = tensors(data, "test")
    networks = [trained_network(run, data) for run in (full, augmentation)]
    right = chance_of(networks[0], images, labels)
    groups: list[results.Group] = []
    for label, kind in enumerate(CLASSES):
        of_class = torch.where(labels == label)[0]
        order = of_class[right[of_class].argsort(stable=True)]
        for which, places in (("best", order.flip(0)[:count]), ("worst", order[:count])):
            shown = images[places]
            answers = [_answers(network, layer, shown, labels[places]) for network in networks]
            examples: list[results.Example] = [
                {"picture": pictured(image), "full": ours, "augmented": other}
                for image, ours, other in zip(shown, *answers, strict=True)
            ]
            groups.append({"kind": kind, "which": which, "examples": examples})
    return {"layer": layer, "groups": groups}


def changed_spaces(
    data: Images, full: Run, augmentation: Run, amounts: dict[str, Any], seed: int
) -> results.ChangedSpaces:
    """Test both networks on the test images as they are, and changed as in the augmentation."""
    images, labels = tensors(data, "test")
    with seeded(seed):
        changed = augmented(images, **amounts)
    ways = {"original": images, "mirrored": images.flip(-1), "changed": changed}
    runs = {"full": full, "augmented": augmentation}
    networks = {name: trained_network(run, data) for name, run in runs.items()}
    reached = {
        name: {way: accuracy(network, some, labels) for way, some in ways.items()}
        for name, network in networks.items()
    }
    return {"images": len(images), "accuracy": reached}


@torch.no_grad()
def chance_of(network: nn.Module, images: Tensor, labels: Tensor) -> Tensor:
    """Give the probability of each image's class, from the network's one output or its many."""
    scores = torch.cat([network(some) for some in images.split(64)])
    if scores.shape[1] == 1:
        return torch.where(labels == 1, scores[:, 0], -scores[:, 0]).sigmoid()
    return scores.softmax(dim=1).gather(1, labels[:, None])[:, 0]


def _answers(
    network: nn.Module, layer: str, images: Tensor, labels: Tensor
) -> list[results.Answer]:
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
