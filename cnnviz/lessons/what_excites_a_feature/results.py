"""What the lesson on what excites a feature measures."""

from typing import TYPE_CHECKING, TypedDict

from cnnviz.results import Compared, Summary

if TYPE_CHECKING:
    import numpy as np

Numbers = list[list[float]]


class Switches(TypedDict):
    """A table pooled, the places of its maxima row by row, and the maxima put back there."""

    values: Numbers
    pooled: Numbers
    places: list[int]
    back: Numbers


class Channel(TypedDict):
    """How strongly the images excite a channel that like it best, the strongest first."""

    channel: int
    values: list[float]


class DigitChannel(Channel):
    """The patches that do it, and what in them does, from −1 to 1."""

    labels: list[int]
    patches: list[Numbers]
    carried: list[Numbers]


class DigitPatches(TypedDict):
    """Channels of a layer, and how many images were looked at."""

    layer: str
    images: int
    side: int  # px of a patch
    channels: list[DigitChannel]


class SpaceChannel(Channel):
    """The patches in colour that do it, and what in them does, as data URIs: mid-grey is zero."""

    layer: str
    side: int
    occupied: list[int]
    patches: list[str]
    carried: list[str]


class ParkingPatches(TypedDict):
    """Channels of several layers, and how many images were looked at."""

    images: int
    channels: list[SpaceChannel]


class LayerShare(TypedDict):
    """How often a layer's units prefer images of one digit, in one run."""

    layer: str
    seed: int
    units: int
    share: float


class Choosiness(Compared[LayerShare, dict[str, Summary]]):
    """The share of the commonest digit among a unit's `k` favourites, by layer, and by chance."""

    k: int
    random: float


class NetworkShare(TypedDict):
    """How many neighbours share the label, in the last hidden layer of one run."""

    network: str
    seed: int
    share: float


class SameClass(Compared[NetworkShare, dict[str, Summary]]):
    """How many of `k` neighbours share the label, by network, and among `pixels`."""

    k: int
    pixels: float


NearestDigits = TypedDict(
    "NearestDigits",
    {
        "query_labels": list[int],
        "layer": str,
        "features.labels": "np.ndarray",  # (query, neighbour)
        "pixels.labels": "np.ndarray",
        "queries": "np.ndarray",  # bytes
        "features.images": "np.ndarray",  # (query, neighbour, height, width), bytes
        "pixels.images": "np.ndarray",
    },
)

FeaturePlane = TypedDict(
    "FeaturePlane",
    {
        "images": int,
        "k": int,
        "labels": list[int],
        "features.places": Numbers,
        "pixels.places": Numbers,
        "summary": dict[str, dict[str, float]],  # by space: the `same` label, the `variance` held
    },
)
