"""What results look like that several lessons have: types for figures, tables and claims.

Nothing is imported here that computes, for pages read results as well.
"""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Generic, TypedDict, TypeVar

if TYPE_CHECKING:
    import numpy as np

Row = TypeVar("Row", bound=Mapping[str, object])
Sums = TypeVar("Sums")


class Summary(TypedDict):
    """Repeats summed up: how many, their mean and deviation, the mean's 95 % interval."""

    n: int
    mean: float
    std: float
    low: float
    high: float


class Images(TypedDict):
    """Labelled images in two parts, as bytes: (image, height, width), or with a channel before."""

    train_images: "np.ndarray"
    train_labels: "np.ndarray"
    test_images: "np.ndarray"
    test_labels: "np.ndarray"


class Run(TypedDict):
    """One training; its weights and the kernels on the way are told by `trained.py`."""

    network: str
    classes: int
    seed: int
    block: int
    recipe: dict[str, Any]  # what the profile and the plan chose, as JSON
    augmented: bool
    history: list[dict[str, float]]  # an entry an epoch
    accuracy: float
    device: str


class Watched(TypedDict):
    """The first layer's kernels after some epochs of one training.

    A filter's `change` is how far it moved since the watched epoch before, by its length then.
    """

    epochs: list[int]
    kernels: "np.ndarray"  # (epoch, filter, channel, height, width)
    change: "np.ndarray"  # (epoch but the first, filter)
    seed: int


class Reached(TypedDict):
    """What one network reached in a test."""

    network: str
    seed: int
    accuracy: float


class Compared(TypedDict, Generic[Row, Sums]):
    """What was measured run by run, and its summary."""

    runs: list[Row]
    summary: Sums


class Number(TypedDict):
    """A number that a claim looked at, and the unit in which to show it."""

    value: float
    unit: str


class Verdict(TypedDict):
    """What a claim gives: whether it holds, and the numbers it looked at."""

    holds: bool
    numbers: dict[str, Number]


def where(rows: Iterable[Row], **like: object) -> list[Row]:
    """Give the rows that have these values: `where(rows, network="mlp", seed=0)`."""
    return [row for row in rows if all(row[name] == value for name, value in like.items())]
