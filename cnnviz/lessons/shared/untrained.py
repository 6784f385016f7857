"""Networks as they were before their first step: the control for what training is said to do."""

from typing import cast

from torch import nn

from cnnviz.lessons.shared.digits import tensors
from cnnviz.lessons.shared.trained import WEIGHTS
from cnnviz.models import fitted
from cnnviz.results import Images, Run
from cnnviz.training import seeded


def untrained_network(run: Run, data: Images) -> nn.Module:
    """Build the network of a run with the weights that it began with, in evaluation mode."""
    images, _ = tensors(data, "test")
    with seeded(run["seed"]):
        return fitted(run["network"], images, run["classes"]).eval()


def as_new(run: Run, data: Images) -> Run:
    """Give a run as if it had stopped before its first step."""
    state = untrained_network(run, data).state_dict()
    new = {WEIGHTS + name: value.numpy() for name, value in state.items()}
    return cast(Run, {**run, **new})
