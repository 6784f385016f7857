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
from cnnviz.pipeline.step import Step, later
from cnnviz.profile import Profile

patches = later("cnnviz.lessons.what_excites_a_feature.patches")
neighbours = later("cnnviz.lessons.what_excites_a_feature.neighbours")

NUMBERS = [[2, 7, 1, 0], [4, 3, 5, 6], [1, 0, 2, 2], [8, 3, 0, 9]]
LAYERS = ["relu1", "relu2", "relu3", "relu4"]  # of LeNet-5: two convolutions, two dense
PARKING_LAYERS = ["relu2", "relu3", "relu4"]  # of Chollet's convnet
QUERIES = [2, 4, 5, 7, 8, 9]  # of each of these digits, the first test image


def switches(profile: Profile) -> Step:
    """Give sixteen numbers, pooled, and put back where they came from."""
    return patches.switches(values=NUMBERS)


def digit_patches(profile: Profile, *, count: int = 6, k: int = 5) -> Step:
    """Give the patches of digits that excite channels of LeNet-5's second convolution most."""
    return patches.digit_patches(**_lenet5(profile), layer="relu2", count=count, k=k)


def parking_patches(profile: Profile, *, count: int = 2, k: int = 5) -> Step:
    """Give the patches of parking spaces that excite channels of three layers most."""
    data, run = parking(profile, profile.parking.convnet_size), parking_convnet(profile)
    return patches.parking_patches(data=data, run=run, layers=PARKING_LAYERS, count=count, k=k)


def choosiness(profile: Profile, *, k: int = 25, seed: int = 0) -> Step:
    """Give how often a unit's favourite images show the same digit, layer by layer."""
    runs = repeated(profile, "lenet5")
    return patches.choosiness(data=digits(profile), runs=runs, layers=LAYERS, k=k, seed=seed)


def nearest_digits(profile: Profile, *, k: int = 5) -> Step:
    """Give the training digits nearest to some test digits, by features and by pixels."""
    return neighbours.nearest_digits(**_lenet5(profile), labels=QUERIES, k=k)


def same_class(profile: Profile, *, k: int = 5) -> Step:
    """Give how many neighbours have the same label, by network and in pixel space."""
    return neighbours.same_class(data=digits(profile), runs=trainings(profile, 1), k=k)


def feature_plane(profile: Profile, *, shown: int = 220, k: int = 5) -> Step:
    """Give the test digits in the plane where their features, or their pixels, differ most."""
    return neighbours.feature_plane(**_lenet5(profile), shown=shown, k=k)


def _lenet5(profile: Profile) -> dict[str, Any]:
    return {"data": digits(profile), "run": trained(profile, "lenet5")}
