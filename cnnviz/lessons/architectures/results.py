"""What the lesson on architectures counts and quotes."""

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    import numpy as np

Shape = list[int]  # (channel, height, width), or (unit,)
Sums = dict[str, int]  # `parameters` and `multiply_adds`


class LayerRow(TypedDict):
    """A layer of a network: what it gives, and what it costs."""

    name: str
    kind: str
    shape: Shape
    parameters: int
    multiply_adds: int
    receptive_field: int | None  # px; None is the whole image
    jump: int | None


class Layers(TypedDict):
    """A network layer by layer, for an image of a shape."""

    image: Shape
    layers: list[LayerRow]
    total: Sums


class Stage(TypedDict):
    """Consecutive blocks of one size: what they give, how far they see, and what they cost."""

    shape: Shape
    layers: int  # with weights
    field: int | None
    parameters: int
    multiply_adds: int


class Stages(TypedDict):
    """A network stage by stage."""

    image: Shape
    stages: list[Stage]  # the last one flattens and classifies
    total: Sums
    shares: dict[str, dict[str, float]]  # of the sums, by `extractor` and `classifier`
    fields: list[int | None]  # behind each layer that has a window


class NamedField(TypedDict):
    """The receptive field of a layer."""

    name: str
    field: int  # px


class Fields(TypedDict):
    """The receptive fields of a network, and an image (height, width) to lay them on."""

    image: "np.ndarray"
    layers: list[NamedField]


class Published(TypedDict):
    """A network's accuracy on ImageNet in percent, and what it costs."""

    name: str
    operations: float  # billions of multiply-adds for one image
    parameters: int
    top1: float


class Chart(TypedDict):
    """All published networks: `named` has shares of 1, by torchvision's names."""

    networks: list[Published]
    named: dict[str, dict[str, float]]
    count: int
    weights: str


NetworkLayers = dict[str, Layers]
NetworkStages = dict[str, Stages]


def maps(network: Stages) -> list[Shape]:
    """Give the (channel, height, width) of each stage that has maps."""
    return [stage["shape"] for stage in network["stages"] if len(stage["shape"]) == 3]
