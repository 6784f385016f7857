"""Heat maps over photographs: where an ImageNet network sees what it answers."""

import numpy as np
from torch import Tensor, nn

from cnnviz.lessons.class_activation import results
from cnnviz.lessons.class_activation.methods import answered, explained
from cnnviz.lessons.shared.photos import imagenet_network, seen
from cnnviz.lessons.shared.pictured import shares
from cnnviz.methods.cam import cam
from cnnviz.methods.feature_maps import feature_maps
from cnnviz.methods.grad_cam import grad_cam
from cnnviz.models.imagenet import class_names
from cnnviz.models.layers import layer_table
from cnnviz.training import probabilities

Photos = dict[str, np.ndarray]  # (height, width, colour), by their names

ACTIVATIONS = ("ReLU", "ReLU6", "SiLU", "Hardswish", "GELU")


def photo_heat(network: str, weights: str, data: Photos, names: list[str]) -> results.PhotoHeat:
    """Give each photograph, the network's answer, and Grad-CAM for that answer at the last maps."""
    answers, built, layer, images, classes = _looked_at(network, weights, data, names)
    maps = grad_cam(built, layer, images, classes)
    photos: dict[str, results.Heated] = {
        name: {**answer, "map": shares(each)}
        for name, answer, each in zip(names, answers, maps, strict=True)
    }
    return {"network": network, "layer": layer, "photos": photos}


def methods_photos(
    network: str, weights: str, data: Photos, names: list[str], window: int, stride: int
) -> results.PhotoMethods:
    """Explain the network's answer to each photograph by several methods."""
    answers, built, layer, images, classes = _looked_at(network, weights, data, names)
    rows = explained(answers, built, layer, images, classes, window, stride)
    return {"network": network, "layer": layer, "rows": rows}


def cam_sum(
    network: str, weights: str, head: str, data: Photos, names: list[str], shown: int
) -> results.CamSum:
    """Take CAM apart for the first photograph, and compare it with Grad-CAM for all.

    Shown are the channels that add most to the score: their maps in shares of the largest value
    among them, their weights, and what they add. `differences` are between CAM, cut off at zero
    and divided by the number of places, and Grad-CAM: the largest, relative to the maximum.
    """
    answers, built, layer, images, classes = _looked_at(network, weights, data, names)
    sums = cam(built, layer, head, images, classes)
    graded = grad_cam(built, layer, images, classes)
    places = sums.shape[1] * sums.shape[2]
    apart = (sums.relu() / places - graded).abs().amax(dim=(1, 2)) / graded.amax(dim=(1, 2))
    maps = feature_maps(built, images[:1], [layer])[layer][0]
    weight, bias = (part[classes[0]].detach() for part in built.get_submodule(head).parameters())
    added = weight * maps.mean(dim=(1, 2))
    return {
        "photo": names[0],
        "picture": answers[0]["picture"],
        "answer": answers[0]["answer"],
        "map": shares(sums[0]),
        "places": places,
        "channels": _strongest(maps, weight, added, shown),
        "all_channels": len(added),
        "score": float(added.sum() + bias),
        "bias": float(bias),
        "differences": dict(zip(names, apart.tolist(), strict=True)),
    }


def last_maps(network: nn.Module, images: Tensor) -> str:
    """Name the last activation that has places: before what averages or flattens them."""
    channels, height, width = images.shape[1:]
    rows = layer_table(network, (channels, height, width))
    there = [r.name for r in rows if r.kind in ACTIVATIONS and len(r.shape) == 3 and r.shape[1] > 1]
    if not there:
        raise ValueError("this network has no activation with maps larger than one place")
    return there[-1]


def _looked_at(
    network: str, weights: str, data: Photos, names: list[str]
) -> tuple[list[results.Answered], nn.Module, str, Tensor, Tensor]:
    """Give photographs with their answers; the network, its last maps, what it saw and answered."""
    built, known = imagenet_network(network, weights), class_names("imagenet")
    framed, images = seen(network, data, names)
    chances, classes = probabilities(built, images).max(dim=1)
    answers = answered(framed, [known[label] for label in classes.tolist()], chances)
    return answers, built, last_maps(built, images), images, classes


def _strongest(maps: Tensor, weight: Tensor, added: Tensor, count: int) -> list[results.Channel]:
    strongest = added.topk(count).indices
    largest = float(maps[strongest].max())
    return [
        {
            "channel": int(channel),
            "weight": float(weight[channel]),
            "added": float(added[channel]),
            "map": [[round(float(v) / largest, 4) for v in row] for row in maps[channel]],
        }
        for channel in strongest
    ]
