"""Results of lesson 11: what excites a feature."""

from typing import Any

from cnnviz.lessons.shared.trainings import (
    digits,
    parking,
    parking_convnet,
    repeated,
    trained,
    trainings,
)
from cnnviz.pipeline.step import Step
from cnnviz.profile import Profile

NUMBERS = [[2, 7, 1, 0], [4, 3, 5, 6], [1, 0, 2, 2], [8, 3, 0, 9]]
LAYERS = ["relu1", "relu2", "relu3", "relu4"]  # of LeNet-5: two convolutions, two dense
QUERIES = [2, 4, 5, 7, 8, 9]  # of each of these digits, the first test image


def switches(profile: Profile) -> Step:
    """Give sixteen numbers, pooled, and put back where they came from."""
    return Step("cnnviz.lessons.what_excites_a_feature.patches:switches", {"values": NUMBERS})


def digit_patches(profile: Profile, *, count: int = 6, k: int = 5) -> Step:
    """Give the patches of digits that excite channels of LeNet-5's second convolution most."""
    arguments = {**_digits(profile), "layer": "relu2", "count": count, "k": k}
    return Step("cnnviz.lessons.what_excites_a_feature.patches:of_digits", arguments)


def parking_patches(profile: Profile, *, count: int = 2, k: int = 5) -> Step:
    """Give the patches of parking spaces that excite channels of three layers most."""
    arguments = {
        "data": parking(profile, profile.parking.convnet_size),
        "run": parking_convnet(profile),
        "layers": ["relu2", "relu3", "relu4"],
        "count": count,
        "k": k,
        "stand_in": profile.parking.source == "drawn",
    }
    return Step("cnnviz.lessons.what_excites_a_feature.patches:of_spaces", arguments)


def choosiness(profile: Profile, *, k: int = 25, seed: int = 0) -> Step:
    """Give how often a unit's favourite images show the same digit, layer by layer."""
    runs = repeated(profile, "lenet5")
    arguments = {"data": digits(profile), "runs": runs, "layers": LAYERS, "k": k, "seed": seed}
    return Step("cnnviz.lessons.what_excites_a_feature.patches:choosiness", arguments)


def nearest_digits(profile: Profile, *, k: int = 5) -> Step:
    """Give the training digits nearest to some test digits, by features and by pixels."""
    arguments = {**_digits(profile), "labels": QUERIES, "k": k}
    return Step("cnnviz.lessons.what_excites_a_feature.space:nearest_digits", arguments)


def same_class(profile: Profile, *, k: int = 5) -> Step:
    """Give how many neighbours have the same label, by network and in pixel space."""
    arguments = {"data": digits(profile), "runs": trainings(profile, 1), "k": k}
    return Step("cnnviz.lessons.what_excites_a_feature.neighbours:same_class", arguments)


def feature_plane(profile: Profile, *, shown: int = 220, k: int = 5) -> Step:
    """Give the test digits in the plane where their features, or their pixels, differ most."""
    found = Step(
        "cnnviz.lessons.what_excites_a_feature.neighbours:feature_map",
        _digits(profile),
        "feature map",
    )
    arguments = {"found": found, "shown": shown, "k": k}
    return Step("cnnviz.lessons.what_excites_a_feature.space:plane", arguments)


def _digits(profile: Profile) -> dict[str, Any]:
    return {"data": digits(profile), "run": trained(profile, "lenet5")}
