"""Train one network on one data set, once: the step that most others stand on."""

import fcntl
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import torch
from torch import nn

from cnnviz.experiments.digits import tensors
from cnnviz.methods.pixel_remap import PixelRemap
from cnnviz.models import network as built
from cnnviz.training import accuracy, device, device_name, seeded, train

# Networks that take any number of channels and sizes are told those of the data.
FITTED = ("lenet5", "mlp")


def run(data: dict[str, Any], network: str, seed: int, epochs: int, block: int) -> dict[str, Any]:
    """Train a network and measure its test accuracy.

    The images are remapped within blocks of so many pixels, the same for training and test,
    with the run's seed; 1 leaves them as they are. Gives the weights (`weights.LAYER.…`), the
    history and the test accuracy.
    """
    where = device()
    (images, labels), (test_images, test_labels) = tensors(data, "train"), tensors(data, "test")
    remap = PixelRemap.fitting(images, seed=seed, block=block)
    with _turn(where), seeded(seed):
        trained = _fitted(network, images).to(where)
        history = train(
            trained, remap(images).to(where), labels.to(where), epochs=epochs, seed=seed
        )
        reached = accuracy(trained, remap(test_images).to(where), test_labels.to(where))
    weights = {f"weights.{name}": value.cpu().numpy() for name, value in _state(trained)}
    return {
        "network": network,
        "seed": seed,
        "block": block,
        "history": history,
        "accuracy": reached,
        "device": device_name(where),
        **weights,
    }


def trained_network(run: dict[str, Any], data: dict[str, Any]) -> nn.Module:
    """Build the network of a run again, with its weights, in evaluation mode, on the CPU."""
    images, _ = tensors(data, "test")
    network = _fitted(run["network"], images)
    prefix = "weights."
    state = {
        name.removeprefix(prefix): torch.from_numpy(value)
        for name, value in run.items()
        if name.startswith(prefix)
    }
    network.load_state_dict(state)
    return network.eval()


def _fitted(name: str, images: torch.Tensor) -> nn.Module:
    if name in FITTED:
        return built(name, channels=images.shape[1], size=images.shape[2])
    return built(name)


def _state(network: nn.Module) -> list[tuple[str, torch.Tensor]]:
    return [(name, value.detach()) for name, value in network.state_dict().items()]


@contextmanager
def _turn(where: torch.device) -> Iterator[None]:
    """Let the workers of this machine train one after the other where they share a GPU."""
    if where.type == "cpu":
        yield
        return
    with Path(tempfile.gettempdir(), "cnnviz-gpu.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
