"""What the lesson training measures."""

from typing import TYPE_CHECKING, Any, Literal, TypedDict, get_args

from cnnviz.results import Compared, Summary

if TYPE_CHECKING:
    import numpy as np

Measure = Literal["loss", "accuracy", "validation_loss", "validation_accuracy"]
MEASURES: tuple[Measure, ...] = get_args(Measure)

Parts = dict[str, int]  # how many images each part has, and how many steps an epoch


class Epoch(TypedDict):
    """How far a run was after an epoch, on what it trained on and on what was kept out."""

    kind: str  # of training
    seed: int
    epoch: int
    loss: float
    accuracy: float
    validation_loss: float
    validation_accuracy: float


class Tested(TypedDict):
    """The test accuracy of one run."""

    kind: str
    seed: int
    accuracy: float


class Learnt(TypedDict):
    """How far runs of a kind got: the measures at both ends, and when they began to overfit."""

    epochs: int
    first: dict[Measure, Summary]
    last: dict[Measure, Summary]
    test: Summary
    lowest: Summary  # validation loss of a run
    turn: Summary  # the epoch where it was lowest
    gap: Summary  # how far training accuracy is ahead of validation accuracy at the end
    rise: Summary  # of the validation loss since it was lowest


class Learning(Compared[Tested, dict[str, Learnt]]):
    """Kinds of training, epoch by epoch."""

    kinds: list[str]
    curves: list[Epoch]


class Pair(TypedDict):
    """How often one digit was taken for another."""

    label: int
    answer: int
    count: int


class Hardest(TypedDict):
    """The digit that is mistaken most, and how large a share of it."""

    digit: int
    share: float


class MixUps(TypedDict):
    """What is mistaken, and for what."""

    pairs: list[Pair]  # the commonest
    commonest: Pair
    mistakes: int
    answers: int
    share: float  # of the pairs among all mistakes
    hardest: Hardest


class Confusions(MixUps):
    """Label against answer, by run and over all runs: (label, answer)."""

    runs: list[dict[str, str | int]]  # the network and seed of each
    by_run: "np.ndarray"
    counts: "np.ndarray"


class Mistake(TypedDict):
    """A test image that runs mistake: for what, how many, and how surely."""

    place: int
    label: int
    answer: int
    runs: int
    confidence: float


class Mistakes(TypedDict):
    """The most mistaken test images, of so many networks."""

    images: "np.ndarray"
    rows: list[Mistake]
    networks: int


class Variations(TypedDict):
    """Some digits, (image, height, width), and variations: (image, variation, height, width)."""

    originals: "np.ndarray"
    changed: "np.ndarray"
    augmentation: dict[str, Any]  # what `augmented` was told
