"""Which images a trained network finds alike, and which are alike pixel by pixel."""

import numpy as np
import torch
from torch import Tensor, nn

from cnnviz.lessons.shared.digits import tensors
from cnnviz.lessons.shared.repeats import summaries
from cnnviz.lessons.shared.trained import trained_network
from cnnviz.lessons.what_excites_a_feature import results
from cnnviz.methods.nearest import nearest
from cnnviz.recording import input_of
from cnnviz.results import Images, Run

CHUNK = 1000


def nearest_digits(data: Images, run: Run, labels: list[int], k: int) -> results.NearestDigits:
    """Give the k training images nearest to the first test image of each label, as bytes.

    In two spaces: of `features`, what the last hidden layer says, and of `pixels`.
    """
    queries = [int(np.flatnonzero(data["test_labels"] == label)[0]) for label in labels]
    images, known = tensors(data, "train")
    asked = tensors(data, "test")[0][queries]
    network = trained_network(run, data)
    _, by_features = nearest(hidden(network, images), hidden(network, asked), k)
    _, by_pixels = nearest(images, asked, k)
    return {
        "query_labels": labels,
        "layer": _last(network),
        "features.labels": known[by_features].numpy(),
        "pixels.labels": known[by_pixels].numpy(),
        "queries": data["test_images"][queries],
        "features.images": data["train_images"][by_features],
        "pixels.images": data["train_images"][by_pixels],
    }


def same_class(data: Images, runs: list[Run], k: int) -> results.SameClass:
    """Measure the share of a test image's k nearest training images that have its label.

    A row is a run, looked at in the last hidden layer; the summary is by network. `pixels` is
    the share in pixel space, which no training changes.
    """
    (images, labels), (others, other_labels) = tensors(data, "train"), tensors(data, "test")

    def share(known: Tensor, sought: Tensor) -> float:
        _, indices = nearest(known, sought, k)
        return float((labels[indices] == other_labels[:, None]).double().mean())

    rows: list[results.NetworkShare] = []
    for run in runs:
        network = trained_network(run, data)
        alike = share(hidden(network, images), hidden(network, others))
        rows.append({"network": run["network"], "seed": run["seed"], "share": alike})
    compared = summaries(rows, "share", "network")
    return {"k": k, "runs": rows, "pixels": share(images, others), "summary": compared}


def feature_plane(data: Images, run: Run, shown: int, k: int) -> results.FeaturePlane:
    """Lay the test images out in the plane in which their features, or pixels, differ most.

    Gives the places of the first ones. Over all images, `same` is the share of an image's k
    nearest others in the plane that have its label; `variance` what the two axes hold of it.
    """
    images, labels = tensors(data, "test")
    features, of_features = _plane(hidden(trained_network(run, data), images), labels, k)
    pixels, of_pixels = _plane(images.flatten(1), labels, k)
    return {
        "images": len(labels),
        "k": k,
        "labels": labels[:shown].tolist(),
        "features.places": np.round(features[:shown].numpy(), 3).tolist(),
        "pixels.places": np.round(pixels[:shown].numpy(), 3).tolist(),
        "summary": {"features": of_features, "pixels": of_pixels},
    }


def principal_plane(values: Tensor) -> tuple[Tensor, Tensor]:
    """Give the first two principal components of (image, feature), and their shares of variance.

    An axis points to the side of its largest weight, so that the map is the same everywhere.
    """
    _, spread, axes = torch.linalg.svd(values - values.mean(dim=0), full_matrices=False)
    axes = axes[:2]
    largest = axes.gather(1, axes.abs().argmax(dim=1, keepdim=True))
    places = (values - values.mean(dim=0)) @ (axes * largest.sign()).T
    return places, spread[:2].square() / spread.square().sum()


def sorted_by(places: Tensor, labels: Tensor, k: int) -> float:
    """Give the share of each image's k nearest others that have its label."""
    _, closest = nearest(places, places, k + 1)
    return float((labels[closest[:, 1:]] == labels[:, None]).double().mean())


@torch.no_grad()
def hidden(network: nn.Module, images: Tensor) -> Tensor:
    """Give what the last hidden layer says of images: (image, unit)."""
    last = _last(network)
    return torch.cat([input_of(network, last, some).flatten(1) for some in images.split(CHUNK)])


def _last(network: nn.Module) -> str:
    """Name the dense layer that gives the scores: it is given what the last hidden layer says."""
    dense = [name for name, module in network.named_modules() if isinstance(module, nn.Linear)]
    return dense[-1]


def _plane(values: Tensor, labels: Tensor, k: int) -> tuple[Tensor, dict[str, float]]:
    places, shares = principal_plane(values.double())
    return places, {"same": sorted_by(places, labels, k), "variance": sum(shares.tolist())}
