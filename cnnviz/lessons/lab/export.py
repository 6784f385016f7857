"""Trained networks and digits as files that a browser reads: plain safetensors."""

import json
from typing import Any

import numpy as np
from safetensors.numpy import save
from torch import nn

from cnnviz.lessons.shared.digits import tensors
from cnnviz.lessons.shared.trained import WEIGHTS, trained_network
from cnnviz.methods.pixel_remap import PixelRemap
from cnnviz.pipeline.outcome import Drawing

# What a browser has to know of a layer besides its weights.
SETTINGS = ("kernel_size", "stride", "padding")


def networks(data: dict[str, Any], runs: list[dict[str, Any]]) -> Drawing:
    """Write the networks of some runs, which share their remap, into one file.

    Tensors are named NETWORK.LAYER.weight and NETWORK.LAYER.bias. The header lists each
    network's layers, in order, with their kinds and settings. For remapped networks there is
    `order`: position i of what they see shows position order[i] of the image.
    """
    shared = {(run["seed"], run["block"]) for run in runs}
    if len(shared) != 1:
        raise ValueError(f"networks of one file share a seed and a block, not {sorted(shared)}")
    ((seed, block),) = shared
    arrays = {
        f"{run['network']}.{name.removeprefix(WEIGHTS)}": value
        for run in runs
        for name, value in run.items()
        if name.startswith(WEIGHTS)
    }
    if block > 1:
        images, _ = tensors(data, "test")
        order = PixelRemap.fitting(images, seed=seed, block=block).order
        arrays["order"] = order.numpy().astype(np.int32)
    layers = {run["network"]: described(trained_network(run, data)) for run in runs}
    return _file(arrays, {"networks": layers, "seed": seed, "block": block})


def digits(data: dict[str, Any], each: int) -> Drawing:
    """Write the first so many test digits of each class, class by class, as bytes."""
    images, labels = data["test_images"], data["test_labels"]
    chosen = np.concatenate([np.flatnonzero(labels == label)[:each] for label in range(10)])
    arrays = {"images": images[chosen], "labels": labels[chosen].astype(np.uint8)}
    return _file(arrays, {"each": each})


def described(network: nn.Module) -> list[dict[str, Any]]:
    """List a network's layers with their kinds and the settings that they have."""
    return [
        {"name": name, "kind": type(layer).__name__.lower()}
        | {
            setting: _side(getattr(layer, setting))
            for setting in SETTINGS
            if hasattr(layer, setting)
        }
        for name, layer in network.named_children()
    ]


def _side(setting: int | tuple[int, int]) -> int:
    if isinstance(setting, int):
        return setting
    down, across = setting
    if down != across:
        raise ValueError(f"the lab knows only square windows, not {down}×{across}")
    return down


def _file(arrays: dict[str, np.ndarray], header: dict[str, Any]) -> Drawing:
    whole = {name: np.ascontiguousarray(value) for name, value in arrays.items()}
    # The pages pass the bytes on as they are: a build with nothing to make never opens them.
    return Drawing("bin", save(whole, metadata={"json": json.dumps(header)}))
