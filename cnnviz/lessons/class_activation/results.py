"""What the lesson on class activation measures. Pictures are data URIs."""

from typing import TypedDict

from cnnviz.results import Compared, Summary

Map = list[list[float]]  # (height, width), in shares of its maximum
ByTwo = dict[str, dict[str, Summary]]  # by the two things in which the runs differ


class Answer(TypedDict):
    """What a network answers to a picture, how sure it is, and the map for that answer."""

    answer: str
    probability: float
    map: Map


class Heated(Answer):
    """A picture, the answer to it and its map."""

    picture: str


class Answered(TypedDict):
    """A picture and the answer to it."""

    picture: str
    answer: str
    probability: float


class Explained(Answered):
    """An answer explained: a map for each method, as a picture of the same size."""

    maps: dict[str, str]


class PhotoHeat(TypedDict):
    """Photographs by their names, and where a network sees what it answers."""

    network: str
    layer: str
    photos: dict[str, Heated]


class ParkingMethods(TypedDict):
    """Parking spaces explained by several methods; Grad-CAM's maps are those of the layer."""

    layer: str
    rows: list[Explained]


class PhotoMethods(ParkingMethods):
    """Photographs explained by several methods."""

    network: str


class Channel(TypedDict):
    """A channel's weight for a class, what it adds to the score, and its map."""

    channel: int
    weight: float
    added: float
    map: Map  # in shares of the largest value among the channels


class CamSum(TypedDict):
    """CAM of a photograph taken apart, and how far Grad-CAM is from CAM for each photograph."""

    photo: str
    picture: str
    answer: str
    map: Map
    places: int
    channels: list[Channel]  # those that add most
    all_channels: int
    score: float
    bias: float
    differences: dict[str, float]


class Example(TypedDict):
    """A parking space, and the answers of the two networks."""

    picture: str
    full: Answer
    augmented: Answer


class Group(TypedDict):
    """The spaces of a kind, `empty` or `occupied`, that are read `best` or `worst`."""

    kind: str
    which: str
    examples: list[Example]


class BestAndWorst(TypedDict):
    """What the full network reads best and worst, kind by kind."""

    layer: str
    groups: list[Group]


class ChangedSpaces(TypedDict):
    """Accuracy by network and by what was done to the test images."""

    images: int
    accuracy: dict[str, dict[str, float]]


class MarkRun(TypedDict):
    """The accuracy of a network, `taught` with the mark or without, under one condition."""

    taught: str
    seed: int
    condition: str
    accuracy: float


MarkAccuracy = Compared[MarkRun, ByTwo]


class Marked(TypedDict):
    """A marked picture, and its maps, such as `clean.occlusion`: by what was taught, and method."""

    picture: str
    maps: dict[str, Map]


class Share(TypedDict):
    """The share of a map's evidence that lies on the mark."""

    taught: str
    method: str
    image: int
    share: float


class MarkSeen(Compared[Share, ByTwo]):
    """How much of the evidence lies on the mark, which takes up this share of the `area`."""

    images: int
    area: float
    rows: list[Marked]


class Area(TypedDict):
    """The area under an image's curve, in one test, in one order."""

    test: str
    order: str
    image: int
    area: float


class Faithfulness(Compared[Area, ByTwo]):
    """Mean probabilities over the `shares` of pixels exchanged: `curves` by test and order."""

    images: int
    shares: list[float]
    curves: dict[str, dict[str, list[float]]]


class Correlation(TypedDict):
    """The rank correlation of maps at a depth of forgetting with those before it."""

    method: str
    seed: int
    depth: int
    correlation: float


class Forgetting(Compared[Correlation, ByTwo]):
    """One picture's `maps` by method and depth, and all correlations."""

    images: int
    picture: str
    layers: list[str]  # in the order of forgetting, after "" for nothing
    maps: dict[str, list[Map]]
