"""Networks as they were before their first step: the control for what training is said to do."""

from torch import nn

from cnnviz.lessons.shared.digits import tensors
from cnnviz.models import fitted
from cnnviz.results import Images, Run
from cnnviz.training import seeded


def untrained_network(run: Run, data: Images) -> nn.Module:
    """Build the network of a run with the weights that it began with, in evaluation mode."""
    images, _ = tensors(data, "test")
    with seeded(run["seed"]):
        return fitted(run["network"], images, run["classes"]).eval()
