"""Results of the lesson on intermediate activations."""

from typing import Any

from cnnviz.choice import pick
from cnnviz.lessons.shared.trainings import (
    digits,
    parking,
    parking_convnet,
    parking_runs,
    repeated,
)
from cnnviz.pipeline.step import Step, later
from cnnviz.profile import Profile

experiments = later("cnnviz.lessons.intermediate_activations.experiments")
reconstruction = later("cnnviz.lessons.intermediate_activations.reconstruction")
sparsity = later("cnnviz.lessons.intermediate_activations.sparsity")

CHANNEL = 21  # of the first layer, counted from 0: the source's
# Parking spaces to look at: the first of the test with this label, in this weather.
SPACES: dict[str, dict[str, Any]] = {
    "sunny": {"label": 1, "weather": "Sunny"},
    "rainy": {"label": 1, "weather": "Rainy"},
    "empty": {"label": 0, "weather": "Sunny"},
}
DRAWN_FROM = {"lenet5": ["relu1", "pool1", "relu2", "pool2", "relu3", "relu4", "scores"]}
LEARNED_FROM = 1000  # images from which the reconstruction is learned


def first_channel(profile: Profile) -> Step:
    """One channel of the first convolution for one parking space."""
    return experiments.first_channel(**_shown(profile, "sunny"), channel=CHANNEL)


def layer_maps(profile: Profile, *, space: str = "sunny") -> Step:
    """All maps of all activations and poolings for one parking space."""
    return experiments.layer_maps(**_shown(profile, space))


def sparsities(profile: Profile) -> Step:
    """How sparse the layers of the digits' CNN and of the parking network are."""
    return sparsity.sparsities(
        digits=digits(profile),
        digit_runs=repeated(profile, "lenet5"),
        parking=_spaces(profile),
        parking_runs=parking_runs(profile),
    )


def reconstructions(profile: Profile) -> Step:
    """How much of a digit can be drawn from each layer of the CNN."""
    runs = repeated(profile, "lenet5")
    return reconstruction.reconstructions(
        data=digits(profile), runs=runs, images=LEARNED_FROM, layers=DRAWN_FROM
    )


def _spaces(profile: Profile) -> Step:
    return parking(profile, profile.parking.convnet_size)


def _shown(profile: Profile, space: str) -> dict[str, Any]:
    known = pick("parking space", space, SPACES)
    return {"data": _spaces(profile), "run": parking_convnet(profile), **known}
