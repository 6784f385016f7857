"""Networks as they were before their first step: the control for what training is said to do."""

from typing import Any

from torch import nn

from cnnviz.lessons.shared.digits import tensors
from cnnviz.lessons.shared.trained import WEIGHTS
from cnnviz.models import fitted
from cnnviz.training import seeded


def untrained_network(run: dict[str, Any], data: dict[str, Any]) -> nn.Module:
    """Build the network of a run with the weights that it began with, in evaluation mode."""
    images, _ = tensors(data, "test")
    with seeded(run["seed"]):
        return fitted(run["network"], images, run["classes"]).eval()


def as_new(run: dict[str, Any], data: dict[str, Any]) -> dict[str, Any]:
    """Give a run as if it had stopped before its first step."""
    state = untrained_network(run, data).state_dict()
    return run | {WEIGHTS + name: value.numpy() for name, value in state.items()}
