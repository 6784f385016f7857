"""Heat maps over photographs: where an ImageNet network sees what it answers."""

from typing import Any

import torch
from torch import Tensor, nn

from cnnviz.lessons.class_activation.methods import explained
from cnnviz.lessons.shared.photos import imagenet_network, seen
from cnnviz.lessons.shared.pictured import pictured, shares
from cnnviz.methods.cam import cam
from cnnviz.methods.feature_maps import feature_maps
from cnnviz.methods.grad_cam import grad_cam
from cnnviz.models.imagenet import class_names
from cnnviz.models.layers import layer_table
from cnnviz.training import probabilities

ACTIVATIONS = ("ReLU", "ReLU6", "SiLU", "Hardswish", "GELU")


def answered(network: str, weights: str, data: dict[str, Any], names: list[str]) -> dict[str, Any]:
    """Give each photograph, the network's answer, and Grad-CAM for that answer.

    The layer is the last with maps. A map is given in shares of its maximum.
    """
    built = imagenet_network(network, weights)
    framed, prepared = seen(network, data, names)
    layer = last_maps(built, prepared)
    chances, classes = probabilities(built, prepared).max(dim=1)
    maps = grad_cam(built, layer, prepared, classes)
    known = class_names("imagenet")
    return {
        "network": network,
        "layer": layer,
        "photos": {
            name: {
                "picture": pictured(framed[i]),
                "answer": known[int(classes[i])],
                "probability": float(chances[i]),
                "map": shares(maps[i]),
            }
            for i, name in enumerate(names)
        },
    }


def by_method(
    network: str, weights: str, data: dict[str, Any], names: list[str], window: int, stride: int
) -> dict[str, Any]:
    """Explain the network's answer to each photograph by several methods."""
    built = imagenet_network(network, weights)
    framed, prepared = seen(network, data, names)
    chances, classes = probabilities(built, prepared).max(dim=1)
    layer = last_maps(built, prepared)
    maps = explained(built, layer, prepared, classes, window, stride)
    known = class_names("imagenet")
    rows = [
        {
            "picture": pictured(framed[i]),
            "answer": known[int(classes[i])],
            "probability": float(chances[i]),
            "maps": {method: some[i] for method, some in maps.items()},
        }
        for i in range(len(names))
    ]
    return {"network": network, "layer": layer, "rows": rows}


def summed(
    network: str,
    weights: str,
    head: str,
    data: dict[str, Any],
    names: list[str],
    shown: int,
) -> dict[str, Any]:
    """Take CAM apart for the first photograph, and compare it with Grad-CAM for all.

    Shown are the channels that add most to the score: their maps in shares of the largest value
    among them, their weights, and what they add. `differences` are between CAM, cut off at zero
    and divided by the number of places, and Grad-CAM: the largest, relative to the maximum.
    """
    built = imagenet_network(network, weights)
    framed, prepared = seen(network, data, names)
    layer = last_maps(built, prepared)
    classes = built(prepared).argmax(dim=1)
    sums = cam(built, layer, head, prepared, classes)
    graded = grad_cam(built, layer, prepared, classes)
    places = sums.shape[1] * sums.shape[2]
    apart = (sums.relu() / places - graded).abs().amax(dim=(1, 2)) / graded.amax(dim=(1, 2))
    return {
        "photo": names[0],
        "picture": pictured(framed[0]),
        "answer": class_names("imagenet")[int(classes[0])],
        "map": shares(sums[0]),
        "places": places,
        **_strongest(built, layer, head, prepared[:1], int(classes[0]), shown),
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


@torch.no_grad()
def _strongest(
    network: nn.Module, layer: str, head: str, image: Tensor, label: int, count: int
) -> dict[str, Any]:
    maps = feature_maps(network, image, [layer])[layer][0]
    linear = network.get_submodule(head)
    assert isinstance(linear, nn.Linear)
    added = linear.weight[label] * maps.mean(dim=(1, 2))
    strongest = added.topk(count).indices
    largest = float(maps[strongest].max())
    return {
        "channels": [
            {
                "channel": int(channel),
                "weight": float(linear.weight[label, channel]),
                "added": float(added[channel]),
                "map": [[round(float(v) / largest, 4) for v in row] for row in maps[channel]],
            }
            for channel in strongest
        ],
        "all_channels": len(added),
        "score": float(added.sum() + linear.bias[label]),
        "bias": float(linear.bias[label]),
    }
