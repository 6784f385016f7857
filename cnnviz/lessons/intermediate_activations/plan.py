"""Results of lesson 7: intermediate activations."""

from typing import Any

from cnnviz.choice import pick
from cnnviz.lessons.shared.trainings import (
    digits,
    parking,
    parking_convnet,
    parking_runs,
    repeated,
)
from cnnviz.pipeline.step import Step
from cnnviz.profile import Profile

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
    """Give one channel of the first convolution for one parking space."""
    arguments = _shown(profile, "sunny") | {"number": CHANNEL}
    return Step("cnnviz.lessons.intermediate_activations.experiments:channel", arguments)


def layer_maps(profile: Profile, *, space: str = "sunny") -> Step:
    """Give all maps of all activations and poolings for one parking space."""
    return Step("cnnviz.lessons.intermediate_activations.experiments:maps", _shown(profile, space))


def digit_sparsity(profile: Profile) -> Step:
    """Give how sparse the layers of the digits' CNN are, over the test images and all seeds."""
    arguments = {"data": digits(profile), "runs": repeated(profile, "lenet5")}
    return Step("cnnviz.lessons.intermediate_activations.experiments:with_start", arguments)


def parking_sparsity(profile: Profile) -> Step:
    """Give how sparse the layers of the parking network are, over the test images."""
    arguments = {"data": _parking(profile), "runs": parking_runs(profile)}
    return Step("cnnviz.lessons.intermediate_activations.experiments:with_start", arguments)


def sparsities(profile: Profile) -> Step:
    """Give both networks' sparsity, layer by layer, beside each other."""
    arguments = {"results": [digit_sparsity(profile), parking_sparsity(profile)]}
    return Step("cnnviz.lessons.intermediate_activations.experiments:side_by_side", arguments)


def reconstructions(profile: Profile) -> Step:
    """Give how much of a digit can be drawn from each layer of the CNN."""
    arguments = {
        "data": digits(profile),
        "runs": repeated(profile, "lenet5"),
        "images": LEARNED_FROM,
        "layers": DRAWN_FROM,
    }
    return Step("cnnviz.lessons.intermediate_activations.reconstruction:by_layer", arguments)


def _parking(profile: Profile) -> Step:
    return parking(profile, profile.parking.convnet_size)


def _shown(profile: Profile, space: str) -> dict[str, Any]:
    return {
        "data": _parking(profile),
        "run": parking_convnet(profile),
        "source": profile.parking.source,
        **pick("parking space", space, SPACES),
    }
