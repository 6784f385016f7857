"""The first layer's kernels on their way through a training that kept them."""

from typing import Any

import numpy as np

from cnnviz.lessons.shared.trained import KERNELS


def at_epochs(run: dict[str, Any], epochs: list[int]) -> dict[str, Any]:
    """Give a run that watched its kernels with those after these epochs only."""
    kept = {f"{KERNELS}{epoch}" for epoch in epochs}
    return {
        name: value for name, value in run.items() if not name.startswith(KERNELS) or name in kept
    }


def kernels_through_training(run: dict[str, Any]) -> dict[str, Any]:
    """Give the first layer's kernels after the epochs that the training watched.

    `kernels` is (epoch, filter, channel, height, width); `change` is how far each filter moved
    since the watched epoch before, by the length of what it was: none for the first.
    """
    epochs = sorted(int(name.split(".")[1]) for name in run if name.startswith(KERNELS))
    kernels = np.stack([run[f"kernels.{epoch}"] for epoch in epochs])
    flat = kernels.reshape(len(epochs), kernels.shape[1], -1)
    moved = np.linalg.norm(flat[1:] - flat[:-1], axis=2) / np.linalg.norm(flat[:-1], axis=2)
    return {"epochs": epochs, "kernels": kernels, "change": moved, "seed": run["seed"]}
