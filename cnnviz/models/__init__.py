"""The networks of the course, by name, with layers named for readers."""

from collections.abc import Callable

from torch import nn

from cnnviz.choice import pick
from cnnviz.models.lenet5 import lenet5
from cnnviz.models.mlp import mlp
from cnnviz.models.simple_cnn import simple_cnn

NETWORKS: dict[str, Callable[..., nn.Module]] = {
    "lenet5": lenet5,
    "mlp": mlp,
    "simple_cnn": simple_cnn,
}


def network(name: str, **options: int) -> nn.Module:
    """Build a network by its name; the options are those of its own function."""
    return pick("network", name, NETWORKS)(**options)
