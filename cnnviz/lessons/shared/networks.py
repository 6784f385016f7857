"""Networks by their names, as arguments of steps: what a name means is in the step's key."""

from cnnviz.pipeline.code import source_file
from cnnviz.pipeline.step import Named

OURS = "cnnviz.models.networks"
PUBLISHED = "cnnviz.models.published:architecture"  # of all that torchvision builds


def network(name: str) -> Named:
    """Name a network: its own file decides the outcome of a step, and no other network's."""
    module = f"{OURS}.{name}"
    return Named(name, module if source_file(module) else PUBLISHED)
