"""Results of lesson 9: pattern maximisation."""

from typing import Any

from cnnviz.lessons.shared.photographs import imagenet
from cnnviz.lessons.shared.trainings import parking, parking_convnet
from cnnviz.pipeline.step import Step
from cnnviz.profile import Profile

DEPTHS = (1, 2, 3, 4)  # the convolutions of Chollet's network
LAYERS = tuple(f"{kind}{depth}" for depth in DEPTHS for kind in ("relu", "pool"))
FILTERS = list(range(32))
SHOWN = [24, 25]  # the two that the sources show
WAYS = ("plain", "jitter", "blur", "fourier", "natural")
STAGE = 16  # of the ImageNet network: its maps are so many times smaller than the picture
SIDE = 112  # px of the pictures for the ImageNet network


def patterns(profile: Profile, *, layer: str = "relu4", seed: int = 0) -> Step:
    """Give the pictures of a layer's first 32 filters, in the network of parking spaces."""
    return _of_trained(profile, layer, FILTERS, seed)


def two_filters(profile: Profile) -> Step:
    """Give two filters of the last convolution before the ReLU, after it and after pooling."""
    layers = [woken(profile), patterns(profile, layer="relu4"), patterns(profile, layer="pool4")]
    return Step(
        "cnnviz.lessons.pattern_maximisation.experiments:chosen",
        {"patterns": layers, "units": SHOWN},
    )


def patterns_by_layer(profile: Profile) -> Step:
    """Give silent filters and the fineness of the patterns, layer by layer."""
    each = [patterns(profile, layer=layer) for layer in LAYERS]
    return Step("cnnviz.lessons.pattern_maximisation.experiments:by_layer", {"patterns": each})


def woken(profile: Profile, *, seed: int = 0, images: int = 200) -> Step:
    """Give the filters that are silent behind the last ReLU, maximised before it."""
    arguments = {
        **_network(profile),
        "patterns": patterns(profile, layer="relu4"),
        "layer": "conv4",
        "shown": SHOWN,
        "images": images,
        "steps": _steps(profile),
        "seed": seed,
    }
    return Step(
        "cnnviz.lessons.pattern_maximisation.experiments:woken", arguments, "patterns before relu4"
    )


def pattern_ways(profile: Profile) -> Step:
    """Give the same filters of an ImageNet network, drawn in several ways."""
    each = [_of_imagenet(profile, list(range(5)), way) for way in WAYS]
    return Step("cnnviz.lessons.pattern_maximisation.experiments:compared", {"patterns": each})


def imagenet_patterns(profile: Profile) -> Step:
    """Give more filters of the ImageNet network's deep stage, in the natural manner."""
    return _of_imagenet(profile, list(range(5, 13)), "natural")


def _network(profile: Profile) -> dict[str, Any]:
    data = parking(profile, profile.parking.convnet_size)
    return {"data": data, "run": parking_convnet(profile)}


def _steps(profile: Profile) -> int:
    return profile.experiments.epochs["patterns"]


def _of_trained(profile: Profile, layer: str, units: list[int], seed: int) -> Step:
    arguments = {
        **_network(profile),
        "layer": layer,
        "units": units,
        "steps": _steps(profile),
        "seed": seed,
        "stand_in": profile.parking.source == "drawn",
    }
    return Step(
        "cnnviz.lessons.pattern_maximisation.experiments:of_trained",
        arguments,
        f"patterns of {layer}",
    )


def _of_imagenet(profile: Profile, units: list[int], way: str, *, seed: int = 0) -> Step:
    # The natural manner starts from next to nothing and takes longer to get anywhere.
    longer = 1.6 if way in ("fourier", "natural") else 1
    arguments = {
        **imagenet(profile),
        "stage": STAGE,
        "units": units,
        "way": way,
        "size": SIDE,
        "steps": round(longer * _steps(profile)),
        "seed": seed,
    }
    name = f"patterns of {profile.photos.network}, {way}, {units[0]} to {units[-1]}"
    return Step("cnnviz.lessons.pattern_maximisation.experiments:of_imagenet", arguments, name)
