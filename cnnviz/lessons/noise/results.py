"""What the lesson of pure noise measures."""

from typing import TYPE_CHECKING, TypedDict

from cnnviz.results import Compared, Reached, Summary

if TYPE_CHECKING:
    import numpy as np

NOISE = ("uniform", "normal", "salt_and_pepper", "shuffled_digits")
KINDS = ("digits", *NOISE)  # of images, in the order of every figure

Examples = dict[str, "np.ndarray"]  # by kind of noise: (image, height, width)


class Answer(TypedDict):
    """What a network answers to one image, and the probability of every digit."""

    digit: int
    confidence: float
    probabilities: list[float]


class OneImage(TypedDict):
    """One image, and what each network answers to it."""

    image: "np.ndarray"
    answers: dict[str, Answer]


class OfKind(TypedDict):
    """What one network did with the images of one kind."""

    network: str
    seed: int
    kind: str


class Tally(OfKind):
    """How often each digit was the answer, and how surely."""

    images: int
    answers: list[int]  # by digit
    confidence: float  # the mean
    sure: float  # the share with a confidence of 0.9 or more
    histogram: list[int]  # of confidences, in hundredths


class Favourite(TypedDict):
    """The digit that was answered most, over all seeds, and its share."""

    digit: int
    share: float


class Leaning(TypedDict):
    """Where the answers to one kind of image lean, over the seeds."""

    confidence: Summary
    sure: Summary
    favourite: Favourite
    favourites: list[int]  # of each seed
    favoured: Summary  # the share of each seed's own favourite


class Answers(Compared[Tally, dict[str, dict[str, Leaning]]]):
    """The answers to thousands of images of each kind, summed up by network and kind."""

    images: int  # of each kind of noise


class Passing(OfKind):
    """The share of images whose confidence reaches 0.00, 0.01, … 0.99."""

    passing: list[float]


class Threshold(Compared[Passing, dict[str, dict[str, Summary]]]):
    """What passes: by network, the `threshold`, and the share of each noise that reaches it."""

    kept: float  # the share of the digits that passes


class Bin(Reached):
    """The mean confidence and accuracy of the images in one bin of confidence."""

    bin: int
    images: int
    confidence: float


Reliability = Compared[Bin, dict[str, dict[str, Summary]]]  # by network: the calibration `error`
