"""What the lesson on pattern maximisation measures."""

from typing import Generic, TypedDict

from cnnviz.results import Row, Summary


class Pattern(TypedDict):
    """A filter's pattern: how excited the filter is at both ends, and how fine the picture is."""

    unit: int
    silent: bool
    start: float
    end: float
    coarse: float  # share of the power in coarse structure
    frequency: float  # cycles per pixel


class Ascent(TypedDict, Generic[Row]):
    """Patterns of some units, with the activations on the way and the pictures as data URIs."""

    runs: list[Row]
    courses: list[list[float]]  # (unit, moment)
    start_frequency: float  # that of the noise at the start
    pictures: list[str]


class Patterns(Ascent[Pattern]):
    """Patterns of a layer of a network trained here."""

    layer: str


class StagePatterns(Ascent[Pattern]):
    """Patterns of an ImageNet network, where its maps are so many times smaller than a picture."""

    network: str
    stage: int
    way: str


class Asked(Pattern):
    """A pattern before the ReLU: whether the filter is silent `behind` it, and answers images."""

    behind: bool
    answers: bool


class Woken(Ascent[Asked]):
    """Patterns before a ReLU, and how many of the filters silent behind it wake, and answer."""

    layer: str
    images: int
    asked: int
    woken: int
    answering: int


class LayerPattern(Pattern):
    """A pattern, and the layer that it excites."""

    layer: str


class Pictured(LayerPattern):
    """The same with its picture."""

    picture: str


class TwoFilters(TypedDict):
    """Patterns of the same units in several layers."""

    units: list[int]
    layers: list[str]
    rows: list[Pictured]


class LayerSummary(TypedDict):
    """How many filters are silent, and how fine the others' patterns are."""

    silent: int
    frequency: Summary


class ByLayer(TypedDict):
    """All layers' patterns, and the frequency of the noise at the `start`."""

    layers: list[str]
    runs: list[LayerPattern]
    filters: int
    silent: int
    start: float
    summary: dict[str, LayerSummary]


class Ways(TypedDict):
    """The same units' patterns, made in several ways; sums by way and measure."""

    ways: dict[str, StagePatterns]
    summary: dict[str, dict[str, Summary]]
