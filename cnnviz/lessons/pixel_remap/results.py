"""What the pixel remap measures."""

from typing import TYPE_CHECKING, TypedDict

from cnnviz.results import Compared, Reached, Summary

if TYPE_CHECKING:
    import numpy as np


class Letters(TypedDict):
    """A grid of named cells; `goes` has the place where each name ends."""

    side: int
    before: list[str]
    after: list[str]
    goes: dict[str, str]


class BlockRun(Reached):
    """The accuracy of one run, and the blocks within which its images were remapped."""

    block: int  # px


class Pair(TypedDict):
    """The correlation of pixels so far apart in a row, before and after one shuffle."""

    distance: int
    seed: int
    original: float
    remapped: float


class Fall(TypedDict):
    """The accuracy of one run before and after its test images are remapped."""

    network: str
    seed: int
    before: float
    after: float


Remapped = dict[str, "np.ndarray"]  # (image, height, width), `original`, `remapped`, `restored`
Spaces = dict[str, list[str]]  # `original` and `remapped`, as data URIs: half of each class
Losses = dict[str, dict[str, Summary]]  # by network: `original`, `remapped`, and the `loss`
Accuracies = Compared[BlockRun, Losses]
Blocks = Compared[BlockRun, dict[str, dict[str, Summary]]]  # by network and size
AfterTraining = Compared[Fall, dict[str, dict[str, Summary]]]  # by network: `before`, `after`
Correlations = Compared[Pair, dict[str, Summary]]  # of direct neighbours, `original`, `remapped`


class ParkingAccuracies(TypedDict):
    """Accuracies on parking spaces, and what always giving the commoner answer would reach."""

    runs: list[BlockRun]
    summary: Losses
    commoner: float
