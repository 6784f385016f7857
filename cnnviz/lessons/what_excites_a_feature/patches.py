"""Which pieces of real images excite a feature most, and what in them does it."""

from dataclasses import replace
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn.functional import max_pool2d, max_unpool2d

from cnnviz.lessons.shared.digits import tensors
from cnnviz.lessons.shared.pictured import pictured
from cnnviz.lessons.shared.repeats import summary
from cnnviz.lessons.shared.trained import trained_network
from cnnviz.methods.deconvnet import deconvnet
from cnnviz.methods.feature_maps import feature_maps
from cnnviz.methods.top_patches import TopPatches, top_patches
from cnnviz.training import seeded


def of_digits(
    data: dict[str, Any], run: dict[str, Any], layer: str, count: int, k: int
) -> dict[str, Any]:
    """Give the patches that excite a layer's strongest channels most, and their reconstructions.

    Of the test images; a channel is strong by the largest value in its map. Reconstructions are
    scaled to a largest size of 1, and keep their signs.
    """
    images, labels = tensors(data, "test")
    network = trained_network(run, data)
    found, carried = _found(network, layer, images, count, k)
    return {
        "layer": layer,
        "images": len(images),
        "side": found.size[0],
        "channels": [
            {
                "channel": int(channel),
                "values": found.value[place].tolist(),
                "labels": labels[found.image[place]].tolist(),
                "patches": _rounded(found.patches[place, :, 0]),
                "carried": _rounded(carried.patches[place, :, 0]),
            }
            for place, channel in enumerate(found.channel)
        ],
    }


def of_spaces(
    data: dict[str, Any],
    run: dict[str, Any],
    layers: list[str],
    count: int,
    k: int,
    stand_in: bool,
) -> dict[str, Any]:
    """Give the same for several layers of a network that sees colours, as pictures.

    In a reconstruction mid-grey is zero.
    """
    images, labels = tensors(data, "test")
    network = trained_network(run, data)
    rows = []
    for layer in layers:
        found, carried = _found(network, layer, images, count, k)
        for place, channel in enumerate(found.channel):
            rows.append(
                {
                    "layer": layer,
                    "side": found.size[0],
                    "channel": int(channel),
                    "values": found.value[place].tolist(),
                    "occupied": labels[found.image[place]].tolist(),
                    "patches": [pictured(patch) for patch in found.patches[place]],
                    "carried": [pictured(0.5 + patch / 2) for patch in carried.patches[place]],
                }
            )
    return {"images": len(images), "channels": rows, "stand_in": stand_in}


def switches(values: list[list[float]]) -> dict[str, Any]:
    """Pool a table of numbers by windows of 2×2, remember where the largest were, and go back."""
    table = torch.tensor(values).double()[None, None]
    pooled, places = max_pool2d(table, 2, return_indices=True)
    back = max_unpool2d(pooled, places, [2, 2])
    return {
        "values": values,
        "pooled": pooled[0, 0].tolist(),
        "places": places.flatten().tolist(),
        "back": back[0, 0].tolist(),
    }


def choosiness(
    data: dict[str, Any], runs: list[dict[str, Any]], layers: list[str], k: int, seed: int
) -> dict[str, Any]:
    """Measure how often the k images that excite a unit most show the same digit.

    For each unit, the share of the commonest label among its k images; `runs` has the mean over
    a layer's units, for each run. Units that answer fewer than k images are left out. `random`
    is the mean for k images drawn at random.
    """
    images, labels = tensors(data, "test")
    rows = []
    for run in runs:
        maps = feature_maps(trained_network(run, data), images, layers)
        for layer in layers:
            strongest = maps[layer].flatten(2).amax(dim=2) if maps[layer].ndim > 2 else maps[layer]
            values, chosen = strongest.topk(k, dim=0)
            shares = _commonest(labels[chosen])[values[-1] > 0]
            row = {"layer": layer, "seed": run["seed"], "units": len(shares)}
            rows.append(row | {"share": float(shares.mean())})
    with seeded(seed):
        drawn = torch.stack([torch.randperm(len(labels))[:k] for _ in range(1000)], dim=1)
    return {
        "k": k,
        "runs": rows,
        "random": float(_commonest(labels[drawn]).mean()),
        "summary": {
            layer: summary([row["share"] for row in rows if row["layer"] == layer])
            for layer in layers
        },
    }


def _found(
    network: nn.Module, layer: str, images: Tensor, count: int, k: int
) -> tuple[TopPatches, TopPatches]:
    """Give the patches of the strongest channels, and the same cut from the reconstructions."""
    every = top_patches(network, layer, images, k)
    channels = every.value[:, 0].topk(count).indices.sort().values
    found = top_patches(network, layer, images, k, channels=channels.tolist())
    chosen = found.image.flatten()
    of = found.channel.repeat_interleave(k)
    places = torch.stack([found.row.flatten(), found.column.flatten()], dim=1)
    pixels = deconvnet(network, layer, images[chosen], of, places)
    reach = pixels.abs().amax(dim=(1, 2, 3), keepdim=True)
    own = torch.arange(len(chosen)).view(found.image.shape)
    return found, replace(found, image=own, images=pixels / reach.where(reach > 0, 1))


def _commonest(labels: Tensor) -> Tensor:
    """Give, for each column of labels, the share of the commonest one."""
    counts = torch.nn.functional.one_hot(labels).sum(dim=0)
    return counts.amax(dim=1).float() / len(labels)


def _rounded(values: Tensor) -> list[Any]:
    return (values.double() * 1000).round().div(1000).tolist()
