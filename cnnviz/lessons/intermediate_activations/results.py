"""What the lesson on intermediate activations measures."""

from typing import TYPE_CHECKING, TypedDict

from cnnviz.results import Compared, Images, Summary

if TYPE_CHECKING:
    import numpy as np


class Spaces(Images):
    """Parking spaces, empty (0) and occupied (1), and the weather of those of the test."""

    test_weather: list[str]


class Space(TypedDict):
    """One of them, and how probably it is occupied, as the network answers."""

    image: str  # a data URI
    place: int
    label: int
    weather: str
    occupied: float


class Channel(Space):
    """A channel of the first convolution, before its activation and after it."""

    channel: int
    before: "np.ndarray"
    after: "np.ndarray"
    least: float
    largest: float
    zeros: float  # the share of places where the activation gives nothing


class Layer(TypedDict):
    """What a layer made of a space; `blank` channels have no value above zero."""

    layer: str
    channels: int
    side: int
    largest: float
    blank: int


class LayerMaps(Space):
    """The maps of every layer that has places.

    All channels of a layer are below one another in one picture; its largest value is white.
    """

    layers: list[Layer]
    maps: dict[str, str]  # data URIs


class LayerSparsity(TypedDict):
    """How sparse a layer of one network is on all test images, in shares."""

    network: str
    seed: int
    layer: str
    depth: int  # 1 for the first activation or pooling
    kind: str  # `activation` or `pooling`
    zeros: float  # of all values
    blank: float  # of channels on an image, the mean of the images
    silent: float  # of channels, blank on every image
    trained: bool  # or as it was before


LayerShares = dict[str, dict[str, dict[str, Summary]]]  # by network, layer and share


class Sparsities(Compared[LayerSparsity, LayerShares]):
    """How sparse networks are, layer by layer; the summary is of their state after training."""

    images: dict[str, int]
    layers: dict[str, list[str]]
    before: LayerShares
    accuracy: dict[str, Summary]


class Redrawn(TypedDict):
    """How well a layer of one network tells the test images."""

    network: str
    seed: int
    depth: int  # 0 for the `input`: the pixels themselves
    layer: str
    values: int
    r2: float
    penalty: float


class Reconstructions(Compared[Redrawn, LayerShares]):
    """What can be drawn of digits from each layer; the summary is of `r2`.

    Besides, `NETWORK.LAYER` has the drawings of the originals by the network's first run.
    """

    images: int  # from which it is learned
    layers: dict[str, list[str]]
    originals: "np.ndarray"  # the first test image of each digit
