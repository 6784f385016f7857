"""What the lesson on learned filters measures."""

from typing import TYPE_CHECKING, TypedDict

from cnnviz.results import Compared, Summary, Watched

if TYPE_CHECKING:
    import numpy as np


class DigitKernels(TypedDict):
    """The first kernels of each run of a CNN, and the weights of some units of an MLP."""

    kernels: "np.ndarray"  # (run, filter, height, width)
    units: "np.ndarray"  # (unit, height, width)
    seeds: list[int]


class Colours(TypedDict):
    """How much of each kernel only colour pictures excite, and how many do so, or nothing."""

    alive: list[bool]
    dead: int
    count: int
    colour: list[float | None]  # the share of squared weights; None for a dead one
    living: int
    only_colour: int
    mostly_grey: int


class ColourKernels(Colours):
    """First kernels that look at colours."""

    kernels: "np.ndarray"  # (filter, colour, height, width)


class ImagenetKernels(ColourKernels):
    """Those of a network that knows ImageNet."""

    network: str


class Alike(TypedDict):
    """The cosine of each filter after an epoch with what it is at last, and their mean."""

    seed: int
    epoch: int
    filters: list[float]
    alike: float


class Settling(Compared[Alike, dict[str, Summary]]):
    """How soon filters are what they will be; the summary is by epoch."""

    last: int  # epoch


class Frame(TypedDict):
    """A frame of a film: the mean cosine of the kernels with what they end as."""

    epoch: int
    alike: float


class Course(TypedDict):
    """What a page needs to show a film whose pictures it has."""

    columns: int  # of frames in its picture
    digits: int  # of numbers
    frames: list[Frame]
    seed: int


class Film(Course, Watched):
    """The first layer's kernels after every epoch."""


class Fits(TypedDict):
    """First kernels beside their Sobel parts and best Gabor patches, and the shares of these."""

    kernels: "np.ndarray"
    sobel: "np.ndarray"
    gabor: "np.ndarray"
    edge: list[float]
    explained: list[float]
    seed: int


class Origin(TypedDict):
    """The network from which a kernel is, trained, or as it was before."""

    network: str
    seed: int
    trained: bool


class Kernel(Origin):
    """One kernel as it acts on grey pictures."""

    side: int
    edge: float
    flat: float
    angle: float
    gabor: float
    strict: bool  # more than half of its squared weights are Sobel's, and more than by chance
    loose: bool  # a Gabor patch explains more of it than of 95 % of random ones


class Shares(TypedDict):
    """How many kernels there are, and what they are on average: run by run, summed up."""

    kernels: int
    strict: Summary
    loose: Summary
    edge: Summary
    flat: Summary
    gabor: Summary


States = dict[str, Shares]  # `trained`, and `untrained` where the start is known


class Edges(TypedDict):
    """How much first kernels are edges or stripes: each, network by network, and by chance."""

    networks: list[str]
    chance: dict[str, dict[str, float]]  # by a kernel's side
    dead: dict[str, int]  # kernels that do nothing: they have no row
    kernels: list[Kernel]
    summary: dict[str, States]
    imagenet: States
    gain: dict[str, Summary]  # what training adds to the share that Gabor patches explain
    stayed: dict[str, Summary]  # the cosine of kernels before and after training
