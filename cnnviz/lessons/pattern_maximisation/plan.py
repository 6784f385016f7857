"""Results of the lesson on pattern maximisation."""

from typing import Any

from cnnviz.lessons.shared.photographs import imagenet
from cnnviz.lessons.shared.trainings import parking, parking_convnet
from cnnviz.pipeline.step import Step, later
from cnnviz.profile import Profile

experiments = later("cnnviz.lessons.pattern_maximisation.experiments")

DEPTHS = (1, 2, 3, 4)  # the convolutions of Chollet's network
LAYERS = tuple(f"{kind}{depth}" for depth in DEPTHS for kind in ("relu", "pool"))
FILTERS = list(range(32))
SHOWN = [24, 25]  # the two that the sources show
STAGE = 16  # of the ImageNet network: its maps are so many times smaller than the picture
SIDE = 112  # px of the pictures for the ImageNet network
JITTER = SIDE // 16
# Ways to the picture of one filter, from the plain one to that with all improvements.
WAYS: dict[str, dict[str, Any]] = {
    "plain": {"manner": "plain", "jitter": 0},
    "jitter": {"manner": "plain", "jitter": JITTER},
    "blur": {"manner": "plain", "jitter": 0, "smoothing": 1.5},
    "fourier": {"manner": "natural", "jitter": 0},
    "natural": {"manner": "natural", "jitter": JITTER},
}


def patterns(profile: Profile, *, layer: str = "relu4", seed: int = 0) -> Step:
    """The pictures of a layer's first 32 filters, in the network of parking spaces."""
    ascent = {**_ascent(profile, seed), "layer": layer, "units": FILTERS}
    return experiments.patterns(**ascent).called(f"patterns of {layer}")


def two_filters(profile: Profile) -> Step:
    """Two filters of the last convolution before the ReLU, after it and after pooling."""
    layers = [woken(profile), patterns(profile, layer="relu4"), patterns(profile, layer="pool4")]
    return experiments.two_filters(patterns=layers, units=SHOWN)


def patterns_by_layer(profile: Profile) -> Step:
    """Silent filters and the fineness of the patterns, layer by layer."""
    return experiments.patterns_by_layer(patterns=[patterns(profile, layer=one) for one in LAYERS])


def woken(profile: Profile, *, seed: int = 0, images: int = 200) -> Step:
    """The filters that are silent behind the last ReLU, maximised before it."""
    behind = patterns(profile, layer="relu4")
    ascent = {**_ascent(profile, seed), "layer": "conv4", "shown": SHOWN}
    return experiments.woken(**ascent, behind=behind, images=images).called("patterns before relu4")


def pattern_ways(profile: Profile) -> Step:
    """The same filters of an ImageNet network, drawn in several ways."""
    return experiments.pattern_ways(patterns=[_imagenet(profile, range(5), way) for way in WAYS])


def imagenet_patterns(profile: Profile) -> Step:
    """More filters of the ImageNet network's deep stage, in the natural manner."""
    return _imagenet(profile, range(5, 13), "natural")


def _ascent(profile: Profile, seed: int) -> dict[str, Any]:
    """Give the network of parking spaces, and how it is climbed."""
    return {
        "data": parking(profile, profile.parking.convnet_size),
        "run": parking_convnet(profile),
        "steps": profile.experiments.epochs["patterns"],
        "seed": seed,
    }


def _imagenet(profile: Profile, units: range, way: str) -> Step:
    # The natural manner starts from next to nothing and takes longer to get anywhere.
    longer = 1.6 if WAYS[way]["manner"] == "natural" else 1
    steps = round(longer * profile.experiments.epochs["patterns"])
    wanted = {"stage": STAGE, "units": list(units), "way": way, "size": SIDE, "steps": steps}
    step = experiments.imagenet_patterns(**imagenet(profile), **wanted, **WAYS[way], seed=0)
    return step.called(f"patterns of {profile.photos.network}, {way}, {units[0]} to {units[-1]}")
