"""Train one network on one data set, once: the step that most others stand on."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

import numpy as np
import torch
from filelock import FileLock
from torch import Tensor, nn

from cnnviz.data.augmentation import augmented
from cnnviz.data.mark import coinciding, marked
from cnnviz.lessons.shared.digits import tensors
from cnnviz.methods.pixel_remap import PixelRemap
from cnnviz.models import fitted
from cnnviz.results import Images, Run
from cnnviz.training import accuracy, device, device_name, seeded, train

WEIGHTS = "weights."
KERNELS = "kernels."


def run(
    data: Images,
    network: str,
    seed: int,
    epochs: int,
    block: int = 1,
    swapped: bool = False,
    validation: float = 0.0,
    mark: dict[str, Any] | None = None,
    augmentation: dict[str, Any] | None = None,
    watch: list[int] | None = None,
    **recipe: Any,
) -> Run:
    """Train a network and measure its test accuracy.

    - `block`: the images are remapped within blocks of so many pixels, the same for training
      and test, with the run's seed; 1 leaves them as they are.
    - `swapped`: train on the part meant for the test, and test on the other.
    - `validation`: this share of the training images is kept out, to watch the learning by.
    - `mark`: a mark of `side` pixels is planted that coincides with class 1 for this `share`
      of the training images. The test images have none.
    - `augmentation`: what `augmented` may do to each batch.
    - `watch`: after these epochs the first layer's kernels are kept (`kernels.EPOCH`).
    - the rest (`batch`, `rate`, `optimiser`) is for `train`.

    Gives the weights (`weights.LAYER.…`), the history and the test accuracy.
    """
    where, classes = device(), number_of_classes(data)
    parts = (tensors(data, "train"), tensors(data, "test"))
    (images, labels), (test_images, test_labels) = parts[::-1] if swapped else parts
    remap = PixelRemap.fitting(images, seed=seed, block=block)
    if mark is not None:
        with_mark = coinciding(labels == 1, mark["share"], seed)
        images = marked(images, with_mark, mark["side"])
    kept = len(images) - round(validation * len(images))
    images = remap(images).to(where)
    labels, learnt = labels.to(where), labels[:kept].to(where)
    held_out = (images[kept:], labels[kept:]) if validation else None
    with _turn(where), seeded(seed):
        trained = fitted(network, images.cpu(), classes).to(where)
        kernels: dict[str, np.ndarray] = {}
        history = train(
            trained,
            images[:kept],
            learnt,
            epochs=epochs,
            seed=seed,
            augment=None if augmentation is None else lambda some: augmented(some, **augmentation),
            validation=held_out,
            watch=lambda epoch: _keep(kernels, trained, epoch, watch or []),
            **recipe,
        )
        reached = accuracy(trained, remap(test_images).to(where), test_labels.to(where))
    weights = {WEIGHTS + name: _plain(value) for name, value in trained.state_dict().items()}
    told: Run = {
        "network": network,
        "classes": classes,
        "seed": seed,
        "block": block,
        "recipe": {"epochs": epochs, "swapped": swapped, "mark": mark, **recipe},
        "augmented": augmentation is not None,
        "history": history,
        "accuracy": reached,
        "device": device_name(where),
    }
    return cast(Run, {**told, **kernels, **weights})


def trained_network(run: Run, data: Images) -> nn.Module:
    """Build the network of a run again, with its weights, in evaluation mode, on the CPU."""
    images, _ = tensors(data, "test")
    network = fitted(run["network"], images, run["classes"])
    network.load_state_dict({name: torch.from_numpy(v) for name, v in kept(run, WEIGHTS).items()})
    return network.eval()


def kept(run: Run, what: str) -> dict[str, np.ndarray]:
    """Give the arrays of a run, its WEIGHTS by layers or its KERNELS by epochs."""
    found = cast(dict[str, np.ndarray], run).items()
    return {name.removeprefix(what): value for name, value in found if name.startswith(what)}


def number_of_classes(data: Images) -> int:
    """Say how many classes a data set has: the labels count from 0."""
    return int(max(data["train_labels"].max(), data["test_labels"].max())) + 1


def _keep(
    kernels: dict[str, np.ndarray], network: nn.Module, epoch: int, watched: list[int]
) -> None:
    if epoch in watched:
        first = next(part for part in network.modules() if isinstance(part, nn.Conv2d))
        kernels[f"{KERNELS}{epoch}"] = _plain(first.weight)


def _plain(values: Tensor) -> np.ndarray:
    return values.detach().cpu().contiguous().numpy().copy()


@contextmanager
def _turn(where: torch.device) -> Iterator[None]:
    """Let the workers of this machine train one after the other where they share a GPU."""
    if where.type == "cpu":
        yield
        return
    with FileLock(Path(tempfile.gettempdir(), "cnnviz-gpu.lock")):
        yield
