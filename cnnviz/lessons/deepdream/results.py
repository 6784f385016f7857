"""What lesson 14 measures. Pictures are data URIs."""

from typing import TypedDict

from cnnviz.results import Summary


class Answer(TypedDict):
    """What the trained network takes a picture for."""

    name: str
    probability: float


class Dreamt(TypedDict):
    """How a stage's dream on one photograph went, and what came of it."""

    photo: str
    stage: int
    excitement: list[list[float]]  # of the stage before each step, octave by octave
    frequency: float  # of the change, on average: cycles a pixel
    changed: float  # how far values moved, on average
    before: Answer
    after: Answer


class Moment(TypedDict):
    """A moment of a dream; octaves and steps count from 1."""

    octave: int
    step: int
    excitement: float


class Frame(Moment):
    """A moment that is kept as a picture."""

    picture: str


class Dream(TypedDict):
    """A stage's dreams on several photographs, and frames of the first one's."""

    network: str
    stage: int
    untrained: bool
    runs: list[Dreamt]
    originals: list[str]
    pictures: list[str]
    frames: list[Frame]


class DreamPhoto(TypedDict):
    """One photograph and what became of it, by stage, and in a stage of an untrained network."""

    network: str
    original: str
    pictures: dict[str, str]
    untrained: str
    untrained_stage: int
    runs: list[Dreamt]


class DreamLayers(DreamPhoto):
    """The first photograph; but the runs are those on all, summed up by stage and measure."""

    summary: dict[str, dict[str, Summary]]


class DreamStarts(TypedDict):
    """Pictures on which a stage's dream began: `photo`, its name, `original` and `picture`."""

    network: str
    stage: int
    rows: list[dict[str, str]]


class DreamCourse(TypedDict):
    """How a dream went: so many frames an octave."""

    stage: int
    columns: int
    frames: list[Moment]
