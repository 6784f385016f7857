"""What the lesson on convolution measures."""

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    import numpy as np

Numbers = list[list[float]]
Links = dict[str, int]  # the `connections` of one unit, and the `weights` of all


class Place(TypedDict):
    """One stop of a kernel: the products there, their sum, and with the bias the output."""

    row: int
    column: int
    products: Numbers
    sum: float
    output: float


class Sliding(TypedDict):
    """A kernel on its way over a picture."""

    picture: Numbers
    kernel: Numbers
    bias: float
    output: Numbers
    places: list[Place]


class Associativity(TypedDict):
    """How far two orders lie apart, draw by draw: by `convolution` and by `correlation`."""

    runs: list[dict[str, float]]
    convolution: dict[str, float]  # the `largest` of all draws
    correlation: dict[str, float]  # the `smallest`


class Matrix(TypedDict):
    """A convolution as the matrix of a dense layer."""

    size: int
    kernel: int
    weights: "np.ndarray"  # (output, input): which weight, from 1, connects the two; 0 for none
    difference: float  # between both ways to compute


class Connections(TypedDict):
    """A map of units, connected in three ways."""

    size: int
    kernel: int
    side: int
    units: int
    difference: float
    dense: Links
    local: Links
    shared: Links


class LayerShape(TypedDict):
    """The shapes that a convolutional layer has in PyTorch."""

    layer: str
    weight: list[int]
    bias: list[int]
    parameters: int


class Case(TypedDict):
    """A kernel on a line of pixels."""

    size: int
    kernel: int
    stride: int
    padding: int


class Size(Case):
    """How many outputs there are by the formula and by PyTorch, and how many last lines unseen."""

    formula: float
    output: int
    unseen: int


class Places(Case):
    """The first pixel under the kernel, place by place."""

    starts: list[int]


class Stage(TypedDict):
    """The side of an image or a map, and the box in it: top, left, bottom, right."""

    size: int
    box: list[int]


class Field(TypedDict):
    """What a unit behind several layers sees, from the image on."""

    kernel: int
    stages: list[Stage]
    fields: dict[str, int]  # px a side of the image, by the number of layers
    weights: dict[str, int]  # of the `small` kernels, and of one as `large` as the field


class DigitEdges(TypedDict):
    """Some digits, what two filters make of them, and what ReLU makes of that: (digit, …)."""

    digits: list[int]
    images: "np.ndarray"
    vertical: "np.ndarray"
    horizontal: "np.ndarray"
    rectified: "np.ndarray"
    opposite: "np.ndarray"
    shares: dict[str, float]  # of the vertical filter's maps: `negative`, `zero`, `positive`


SourceNumbers = dict[str, dict[str, float]]  # by way and tool, and the `source`'s own by way
Orders = dict[str, list[list[int]]]  # by way: the weight that meets each pixel, counted from 1
Sizes = dict[str, list[Size]]  # `rows`
KernelPlaces = dict[str, list[Places]]  # `cases`
TwoTone = dict[str, "np.ndarray"]  # `upright.picture`, `upright.vertical`, … `lying.horizontal`
