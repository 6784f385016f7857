"""What the lesson on shared weights measures."""

from typing import TYPE_CHECKING, TypedDict

from cnnviz.results import Compared, Summary

if TYPE_CHECKING:
    import numpy as np


class TwoPaths(TypedDict):
    """A weight used at two places, "1" and "2": forward, and gradients three ways."""

    x: dict[str, float]
    v: dict[str, float]
    w: float
    y: float
    rate: float
    a: dict[str, float]
    o: float
    loss: float
    by_o: float
    by_a: dict[str, float]
    hand: dict[str, float]  # of each place, their `sum` and `mean`
    autograd: dict[str, float]
    differences: dict[str, float]
    after_sum: dict[str, float]  # `w` and `loss` after a step of gradient descent
    after_mean: dict[str, float]


class Places(TypedDict):
    """What each place adds to one weight's gradient."""

    label: int
    image: "np.ndarray"
    error: "np.ndarray"  # the gradient of the loss by the filter's map
    shares: "np.ndarray"  # of the weight's gradient, place by place
    filter: int
    row: int
    column: int
    places: int
    used: int  # of them, those whose share is not zero
    raising: float
    lowering: float
    sum: float
    autograd: float
    difference: float  # between sums and autograd, the largest of all the layer's weights
    seed: int


class Agreement(TypedDict):
    """How many gradients were checked, the largest difference, and the largest gradient."""

    weights: int
    difference: float
    gradient: float


class SeedAgreement(Agreement):
    """The same for one network."""

    seed: int


class StepError(TypedDict):
    """The error of difference quotients whose step is a power of ten."""

    seed: int
    power: int
    central: float
    forward: float


class Likeness(TypedDict):
    """How line-like the first filters of one network are, on average."""

    seed: int
    likeness: float


class EpochLikeness(Likeness):
    """How line-like they are after an epoch, each, and what is left of their start."""

    epoch: int
    filters: list[float]
    stayed: float  # the share that is more like its own start than like any other filter's
    alike: float  # the mean cosine with their start


class EndLikeness(Likeness):
    """How line-like they are at the end of a training, on images remapped in blocks."""

    block: int  # px
    epochs: int


class LikenessSummary(TypedDict):
    """The likeness over the seeds; `gain` and the control's `advantage` are paired by seed."""

    epochs: int
    by_epoch: dict[str, Summary]
    start: Summary
    end: Summary
    gain: Summary
    stayed: Summary
    alike: Summary
    control: dict[str, Summary]  # `original`, `remapped`, and the `advantage` of the former


class LineLikeness(Compared[EpochLikeness, LikenessSummary]):
    """The likeness epoch by epoch, and at the end of the control's trainings."""

    control: list[EndLikeness]


Agreements = Compared[SeedAgreement, Agreement]
StepErrors = dict[str, list[StepError]]  # `runs`
