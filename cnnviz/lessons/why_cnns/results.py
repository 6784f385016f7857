"""What lesson 1 measures."""

from typing import TYPE_CHECKING, TypedDict

from cnnviz.results import Compared, Summary

if TYPE_CHECKING:
    import numpy as np


class HiddenUnits(TypedDict):
    """Weights of an MLP's hidden units, and how one of them adds up for an image."""

    weights: "np.ndarray"  # (unit, height, width), of the first few
    image: "np.ndarray"  # (height, width), as what follows
    own: "np.ndarray"  # weights of the unit that the image excites most
    products: "np.ndarray"  # those times the image's pixels
    label: int
    unit: int
    bias: float
    value: float  # what the products and the bias add up to
    units: int  # of the whole layer


class Flattening(TypedDict):
    """Pixels of a small image by their numbers in the row that it becomes."""

    side: int
    pixel: int
    neighbours: list[int]


class FirstLayers(TypedDict):
    """Counts by image: its `side`, `channels` and `inputs`, and what a first layer learns.

    `unit` are the weights of one hidden unit, `dense` the parameters of a layer of `hidden` such
    units, `convolution` those of LeNet-5's first convolution, eight kernels of 5×5.
    """

    hidden: int
    images: dict[str, dict[str, int]]


class Likeness(TypedDict):
    """How alike the digits of a class are to themselves, shifted: the mean correlation."""

    way: str
    amount: int
    label: int
    likeness: float


class Likenesses(TypedDict):
    """Likeness over the classes by amount, and of two digits of the `same` class or of `other`s."""

    right: dict[str, Summary]
    down: dict[str, Summary]
    same: float
    other: float


class Recentred(TypedDict):
    """Accuracy of one run on digits as they are, shifted to the right, and then centred."""

    network: str
    seed: int
    original: float
    shifted: float
    centred: float


class Recentring(Compared[Recentred, dict[str, dict[str, Summary]]]):
    """Accuracies before and after a shift of so many pixels, summed up by network and kind."""

    shift: int


ShiftedLikeness = Compared[Likeness, Likenesses]
