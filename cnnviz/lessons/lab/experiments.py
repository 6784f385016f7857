"""What the lab shows: networks and digits as files that a browser reads, and a still picture."""

import json
from typing import Any

import numpy as np
import torch
from safetensors.numpy import save
from torch import nn

from cnnviz.lessons.lab.results import LAYERS, Still
from cnnviz.lessons.shared.digits import tensors
from cnnviz.lessons.shared.trained import WEIGHTS, kept, trained_network
from cnnviz.methods.feature_maps import feature_maps
from cnnviz.methods.pixel_remap import PixelRemap
from cnnviz.pipeline.outcome import Drawing
from cnnviz.results import Images, Run
from cnnviz.training import probabilities

# What a browser has to know of a layer besides its weights.
SETTINGS = ("kernel_size", "stride", "padding")


def lab_networks(data: Images, runs: list[Run]) -> Drawing:
    """Write the networks of some runs, which share their seed and blocks, into one file.

    Tensors are named NETWORK.LAYER.weight and NETWORK.LAYER.bias. The header lists each
    network's layers, in order, with their kinds and settings.
    """
    return _networks(data, runs, {})


def lab_remapped(data: Images, runs: list[Run]) -> Drawing:
    """Write such networks with the remap of the pictures that they learnt from.

    It is `order`: position i of what they see shows position order[i] of the image.
    """
    images, _ = tensors(data, "test")
    order = PixelRemap.fitting(images, seed=runs[0]["seed"], block=runs[0]["block"]).order
    return _networks(data, runs, {"order": order.numpy().astype(np.int32)})


def lab_digits(data: Images, each: int) -> Drawing:
    """Write the first so many test digits of each class, class by class, as bytes."""
    images, labels = data["test_images"], data["test_labels"]
    chosen = np.concatenate([np.flatnonzero(labels == label)[:each] for label in range(10)])
    arrays = {"images": images[chosen], "labels": labels[chosen].astype(np.uint8)}
    return _file(arrays, {"each": each})


def lab_still(data: Images, runs: list[Run], label: int) -> Still:
    """Show the first test digit of a class: LeNet-5's maps, and both networks' probabilities."""
    images, labels = tensors(data, "test")
    image = images[labels == label][:1]
    networks = {run["network"]: trained_network(run, data) for run in runs}
    maps = feature_maps(networks["lenet5"], image, list(LAYERS))
    relu1, pool1, relu2, pool2 = (maps[layer][0].numpy() for layer in LAYERS)
    answers = {name: probabilities(network, image)[0] for name, network in networks.items()}
    return {
        "image": image[0, 0].numpy(),
        "label": label,
        "layers": list(LAYERS),
        "relu1": relu1,
        "pool1": pool1,
        "relu2": relu2,
        "pool2": pool2,
        "answers": {name: chances.tolist() for name, chances in answers.items()},
        "entropy": {name: entropy(chances) for name, chances in answers.items()},
    }


def described(network: nn.Module) -> list[dict[str, Any]]:
    """List a network's layers with their kinds and the settings that they have."""
    return [
        {"name": name, "kind": type(layer).__name__.lower()}
        | {one: _side(getattr(layer, one)) for one in SETTINGS if hasattr(layer, one)}
        for name, layer in network.named_children()
    ]


def entropy(chances: torch.Tensor) -> float:
    """Give the entropy of probabilities in bits: 0 is certainty, log₂ 10 a guess among ten.

    Shannon 1948, https://doi.org/10.1002/j.1538-7305.1948.tb01338.x, section 6.
    """
    return float(torch.special.entr(chances.double()).sum() / torch.tensor(2.0).log())


def _networks(data: Images, runs: list[Run], remap: dict[str, np.ndarray]) -> Drawing:
    shared = {(run["seed"], run["block"]) for run in runs}
    if len(shared) != 1:
        raise ValueError(f"networks of one file share a seed and a block, not {sorted(shared)}")
    ((seed, block),) = shared
    weights = {
        f"{run['network']}.{name}": value
        for run in runs
        for name, value in kept(run, WEIGHTS).items()
    }
    layers = {run["network"]: described(trained_network(run, data)) for run in runs}
    return _file(weights | remap, {"networks": layers, "seed": seed, "block": block})


def _side(setting: int | tuple[int, int]) -> int:
    down, across = setting if isinstance(setting, tuple) else (setting, setting)
    if down != across:
        raise ValueError(f"the lab knows only square windows, not {down}×{across}")
    return down


def _file(arrays: dict[str, np.ndarray], header: dict[str, Any]) -> Drawing:
    whole = {name: np.ascontiguousarray(value) for name, value in arrays.items()}
    # The pages pass the bytes on as they are: a build with nothing to make never opens them.
    return Drawing("bin", save(whole, metadata={"json": json.dumps(header)}))
