"""Which pieces of real images excite a feature most, and what in them does it."""

from dataclasses import replace

import torch
from torch import Tensor, nn
from torch.nn.functional import max_pool2d, max_unpool2d, one_hot

from cnnviz.lessons.shared.digits import tensors
from cnnviz.lessons.shared.pictured import pictured
from cnnviz.lessons.shared.repeats import summaries
from cnnviz.lessons.shared.trained import trained_network
from cnnviz.lessons.what_excites_a_feature import results
from cnnviz.methods.deconvnet import deconvnet
from cnnviz.methods.feature_maps import feature_maps
from cnnviz.methods.top_patches import TopPatches, top_patches
from cnnviz.results import Images, Run
from cnnviz.training import seeded


def digit_patches(data: Images, run: Run, layer: str, count: int, k: int) -> results.DigitPatches:
    """Give the patches that excite a layer's strongest channels most, and their reconstructions.

    Of the test images; a channel is strong by the largest value in its map. Reconstructions are
    scaled to a largest size of 1, and keep their signs.
    """
    images, labels = tensors(data, "test")
    top, carried = _strongest(trained_network(run, data), layer, images, count, k)
    channels: list[results.DigitChannel] = [
        {
            "channel": int(channel),
            "values": top.value[at].tolist(),
            "labels": labels[top.image[at]].tolist(),
            "patches": _rounded(top.patches[at, :, 0]),
            "carried": _rounded(carried.patches[at, :, 0]),
        }
        for at, channel in enumerate(top.channel)
    ]
    return {"layer": layer, "images": len(images), "side": top.size[0], "channels": channels}


def parking_patches(
    data: Images, run: Run, layers: list[str], count: int, k: int
) -> results.ParkingPatches:
    """Give the same for several layers of a network that sees colours, as pictures.

    In a reconstruction mid-grey is zero.
    """
    images, labels = tensors(data, "test")
    network = trained_network(run, data)
    rows: list[results.SpaceChannel] = []
    for layer in layers:
        top, carried = _strongest(network, layer, images, count, k)
        for at, channel in enumerate(top.channel):
            rows.append(
                {
                    "layer": layer,
                    "side": top.size[0],
                    "channel": int(channel),
                    "values": top.value[at].tolist(),
                    "occupied": labels[top.image[at]].tolist(),
                    "patches": [pictured(patch) for patch in top.patches[at]],
                    "carried": [pictured(0.5 + patch / 2) for patch in carried.patches[at]],
                }
            )
    return {"images": len(images), "channels": rows}


def switches(values: results.Numbers) -> results.Switches:
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
    data: Images, runs: list[Run], layers: list[str], k: int, seed: int
) -> results.Choosiness:
    """Measure how often the k images that excite a unit most show the same digit.

    For each unit, the share of the commonest label among its k images; `runs` has the mean over
    a layer's units, for each run. Units that answer fewer than k images are left out. `random`
    is the mean for k images drawn at random.
    """
    images, labels = tensors(data, "test")
    rows: list[results.LayerShare] = []
    for run in runs:
        maps = feature_maps(trained_network(run, data), images, layers)
        for layer in layers:
            # A dense layer's unit has one place.
            values, chosen = maps[layer][..., None].flatten(2).amax(dim=2).topk(k, dim=0)
            shares = commonest(labels[chosen])[values[-1] > 0]
            share, units = float(shares.mean()), len(shares)
            rows.append({"layer": layer, "seed": run["seed"], "units": units, "share": share})
    with seeded(seed):
        drawn = torch.stack([torch.randperm(len(labels))[:k] for _ in range(1000)], dim=1)
    chance = float(commonest(labels[drawn]).mean())
    return {"k": k, "runs": rows, "random": chance, "summary": summaries(rows, "share", "layer")}


def commonest(labels: Tensor) -> Tensor:
    """Give, for each column of labels, the share of the commonest one."""
    return one_hot(labels).sum(dim=0).amax(dim=1).float() / len(labels)


def _strongest(
    network: nn.Module, layer: str, images: Tensor, count: int, k: int
) -> tuple[TopPatches, TopPatches]:
    """Give the patches of the strongest channels, and the same cut from the reconstructions."""
    every = top_patches(network, layer, images, k)
    channels = every.value[:, 0].topk(count).indices.sort().values
    top = top_patches(network, layer, images, k, channels=channels.tolist())
    chosen, of = top.image.flatten(), top.channel.repeat_interleave(k)
    places = torch.stack([top.row.flatten(), top.column.flatten()], dim=1)
    pixels = deconvnet(network, layer, images[chosen], of, places)
    reach = pixels.abs().amax(dim=(1, 2, 3), keepdim=True)
    own = torch.arange(len(chosen)).view(top.image.shape)
    return top, replace(top, image=own, images=pixels / reach.where(reach > 0, 1))


def _rounded(values: Tensor) -> list[results.Numbers]:
    return (values.double() * 1000).round().div(1000).tolist()
