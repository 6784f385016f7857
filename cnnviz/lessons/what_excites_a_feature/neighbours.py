"""Which images a trained network finds alike, and which are alike pixel by pixel."""

from typing import Any

import torch
from torch import Tensor, nn

from cnnviz.lessons.shared.digits import tensors
from cnnviz.lessons.shared.repeats import summary
from cnnviz.lessons.shared.trained import trained_network
from cnnviz.methods.nearest import nearest
from cnnviz.recording import input_of

CHUNK = 1000


def nearest_images(
    data: dict[str, Any], run: dict[str, Any], queries: list[int], k: int
) -> dict[str, Any]:
    """Give the k training images nearest to some test images, in both spaces.

    `features` are those of the last hidden layer, `pixels` those of the images. Of each:
    distances, indices among the training images, labels, and the images themselves.
    """
    images, labels = tensors(data, "train")
    others, other_labels = tensors(data, "test")
    asked = others[queries]
    found: dict[str, Any] = {
        "queries": asked[:, 0].numpy(),
        "query_labels": other_labels[queries].tolist(),
        "layer": _last(trained_network(run, data)),
    }
    for space, (known, sought) in _spaces(data, run, images, asked).items():
        distances, indices = nearest(known, sought, k)
        found[f"{space}.distances"] = distances.numpy()
        found[f"{space}.indices"] = indices.numpy()
        found[f"{space}.labels"] = labels[indices].numpy()
        found[f"{space}.images"] = images[indices][:, :, 0].numpy()
    return found


def same_class(data: dict[str, Any], runs: list[dict[str, Any]], k: int) -> dict[str, Any]:
    """Measure the share of a test image's k nearest training images that have its label.

    A row is a run, looked at in the last hidden layer; the summary is by network. `pixels` is
    the share in pixel space, which no training changes.
    """
    images, labels = tensors(data, "train")
    others, other_labels = tensors(data, "test")

    def share(known: Tensor, sought: Tensor) -> float:
        _, indices = nearest(known, sought, k)
        return float((labels[indices] == other_labels[:, None]).double().mean())

    rows = []
    for run in runs:
        network = trained_network(run, data)
        named = {"network": run["network"], "seed": run["seed"]}
        rows.append(named | {"share": share(_hidden(network, images), _hidden(network, others))})
    compared = {
        network: summary([row["share"] for row in rows if row["network"] == network])
        for network in sorted({row["network"] for row in rows})
    }
    return {"k": k, "runs": rows, "pixels": share(images, others), "summary": compared}


def feature_map(data: dict[str, Any], run: dict[str, Any]) -> dict[str, Any]:
    """Lay the test images out in the plane in which their features, or pixels, differ most.

    The first two principal components, (image, 2), and the share of the variance along each.
    """
    images, labels = tensors(data, "test")
    found: dict[str, Any] = {"labels": labels.numpy(), "network": run["network"]}
    for space, (values, _) in _spaces(data, run, images, images).items():
        places, shares = principal_plane(values.flatten(1).double())
        found[f"{space}.places"] = places.numpy()
        found[f"{space}.shares"] = shares.tolist()
    return found


def principal_plane(values: Tensor) -> tuple[Tensor, Tensor]:
    """Give the first two principal components of (image, feature), and their shares of variance.

    An axis points to the side of its largest weight, so that the map is the same everywhere.
    """
    _, spread, axes = torch.linalg.svd(values - values.mean(dim=0), full_matrices=False)
    axes = axes[:2]
    largest = axes.gather(1, axes.abs().argmax(dim=1, keepdim=True))
    places = (values - values.mean(dim=0)) @ (axes * largest.sign()).T
    return places, spread[:2].square() / spread.square().sum()


def _spaces(
    data: dict[str, Any], run: dict[str, Any], images: Tensor, others: Tensor
) -> dict[str, tuple[Tensor, Tensor]]:
    network = trained_network(run, data)
    features = (_hidden(network, images), _hidden(network, others))
    return {"features": features, "pixels": (images.flatten(1), others.flatten(1))}


@torch.no_grad()
def _hidden(network: nn.Module, images: Tensor) -> Tensor:
    last = _last(network)
    return torch.cat([input_of(network, last, some).flatten(1) for some in images.split(CHUNK)])


def _last(network: nn.Module) -> str:
    """Name the dense layer that gives the scores: it is given what the last hidden layer says."""
    dense = [name for name, module in network.named_modules() if isinstance(module, nn.Linear)]
    return dense[-1]
