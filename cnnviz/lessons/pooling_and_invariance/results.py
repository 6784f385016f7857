"""What lesson 3 measures."""

from typing import TYPE_CHECKING, TypedDict

from cnnviz.lessons.shared.results import Amounts, KeptBy, MovedRun
from cnnviz.results import Compared, Summary

if TYPE_CHECKING:
    import numpy as np

Pooled = dict[str, list[list[float]]]  # tables: `values`, and their `max` and `average`
PooledDigit = dict[str, "np.ndarray"]  # (height, width): `original`, and as in `max_2`
Sums = dict[str, dict[str, Summary]]  # by layer or kind, and by shift
Kept = Compared[MovedRun, dict[str, KeptBy]]  # by network, for shifts to the right


class Discarded(TypedDict):
    """How many values a pooling is given and leaves, the share it discards, and its parameters."""

    given: int
    left: int
    discarded: float
    parameters: int


class Following(TypedDict):
    """How far one run's maps of shifted digits are from its maps, shifted.

    That is, of a layer: the `difference` (its length as a share of that of the maps, mean over
    the images) and the `largest` difference of any value, as a share of the largest value.
    """

    layer: str
    shift: int
    whole: bool  # whether the shift is a whole number of the layer's steps
    seed: int
    difference: float
    largest: float


class Equivariance(Compared[Following, Sums]):
    """How well layers follow so many images; `steps` are the pixels between two of their values."""

    images: int
    steps: dict[str, int]


class Change(TypedDict):
    """How much one run's first maps change under a shift, by the kind of pooling after them."""

    kind: str
    shift: int
    seed: int
    change: float


class Changes(Compared[Change, Sums]):
    """Changes of so many images' maps."""

    images: int


# Arrays are (digit or shifted digit, height, width). `LAYER.left`, (height, width), is what
# remains when the map of the digit, itself shifted, is taken from that of the shifted digit.
FollowingMaps = TypedDict(
    "FollowingMaps",
    {
        "label": int,
        "shift": int,
        "channels": dict[str, int],
        "image": "np.ndarray",
        "relu1": "np.ndarray",
        "relu1.left": "np.ndarray",
        "pool2": "np.ndarray",
        "pool2.left": "np.ndarray",
    },
)


class MovedImages(TypedDict):
    """One digit under every amount of each transform: arrays (amount, height, width)."""

    label: int
    amounts: Amounts
    right: "np.ndarray"
    turn: "np.ndarray"
    scale: "np.ndarray"


class MovedDigit(TypedDict):
    """A digit, and each network's ten probabilities by amount of the shift to the right."""

    image: list[list[float]]
    label: int
    amounts: list[int]
    networks: dict[str, list[list[float]]]


Discards = dict[str, dict[str, Discarded]]  # `layers`, by layer
Slider = dict[str, list[MovedDigit]]  # `digits`
