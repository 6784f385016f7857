"""The first layer's kernels on their way through a training that kept them."""

from typing import cast

import numpy as np

from cnnviz.lessons.shared.trained import KERNELS, kept
from cnnviz.results import Run, Watched


def at_epochs(run: Run, epochs: list[int]) -> Run:
    """Give a run that watched its kernels with those after these epochs only."""
    wanted = {f"{KERNELS}{epoch}" for epoch in epochs}
    parts = run.items()
    return cast(Run, {n: part for n, part in parts if not n.startswith(KERNELS) or n in wanted})


def kernels_by_epoch(run: Run) -> dict[int, np.ndarray]:
    """Give the first layer's kernels, (filter, channel, height, width), by the watched epochs."""
    watched = {int(epoch): kernels for epoch, kernels in kept(run, KERNELS).items()}
    return {epoch: watched[epoch] for epoch in sorted(watched)}


def filters_through_training(run: Run) -> Watched:
    """Give the first layer's kernels after the epochs that the training watched."""
    watched = kernels_by_epoch(run)
    kernels = np.stack(list(watched.values()))
    flat = kernels.reshape(*kernels.shape[:2], -1)
    moved = np.linalg.norm(flat[1:] - flat[:-1], axis=2) / np.linalg.norm(flat[:-1], axis=2)
    return {"epochs": list(watched), "kernels": kernels, "change": moved, "seed": run["seed"]}
