"""Results of lesson 8: learned filters."""

from typing import Any

from cnnviz.lessons.shared.networks import network
from cnnviz.lessons.shared.photographs import imagenet
from cnnviz.lessons.shared.trainings import (
    digits,
    every_watched,
    filmed,
    parking,
    parking_convnet,
    parking_runs,
    repeated,
    trained,
)
from cnnviz.pipeline.step import Step
from cnnviz.profile import Profile

UNITS = 8  # hidden units of the MLP that are shown


def digit_kernels(profile: Profile) -> Step:
    """Give the first kernels of the digits' CNN, run by run, and some hidden units of an MLP."""
    arguments = {
        "runs": repeated(profile, "lenet5"),
        "dense": trained(profile, "mlp"),
        "units": UNITS,
    }
    return Step("cnnviz.lessons.learned_filters.experiments:of_digits", arguments)


def parking_kernels(profile: Profile) -> Step:
    """Give the first kernels of the parking network."""
    arguments = {
        "data": parking(profile, profile.parking.convnet_size),
        "run": parking_convnet(profile),
        "source": profile.parking.source,
    }
    return Step("cnnviz.lessons.learned_filters.experiments:of_parking", arguments)


def imagenet_kernels(profile: Profile) -> Step:
    """Give the first kernels of an ImageNet network."""
    return Step("cnnviz.lessons.learned_filters.experiments:of_imagenet", _large_kernels(profile))


def kernels_settle(profile: Profile) -> Step:
    """Give how soon the first kernels of the digits' CNN are what they will be."""
    return Step(
        "cnnviz.lessons.learned_filters.experiments:settling", {"runs": every_watched(profile)}
    )


def kernels_film(profile: Profile, *, seed: int = 0) -> Step:
    """Give the first kernels of the digits' CNN after every epoch of a training."""
    return Step("cnnviz.lessons.training.learning:film", {"run": filmed(profile, seed)})


def kernels_course(profile: Profile, *, seed: int = 0) -> Step:
    """Give the film's epochs and how like the last filters they are, without the filters."""
    film = {"film": kernels_film(profile, seed=seed)}
    return Step("cnnviz.lessons.training.learning:course", film)


def kernel_fits(profile: Profile, *, seed: int = 0) -> Step:
    """Give first kernels beside their Sobel parts and their best Gabor patches."""
    return Step(
        "cnnviz.lessons.learned_filters.experiments:fits",
        {"run": trained(profile, "lenet5", seed=seed)},
    )


def kernel_edges(profile: Profile) -> Step:
    """Give how many first kernels of each network are edges, and how many are so by chance."""
    arguments = {
        "digits": digits(profile),
        "digit_runs": repeated(profile, "lenet5"),
        "parking": parking(profile, profile.parking.convnet_size),
        "parking_runs": parking_runs(profile),
        "imagenet": _large_kernels(profile),
    }
    return Step("cnnviz.lessons.learned_filters.edges:edges", arguments)


def _large_kernels(profile: Profile) -> dict[str, Any]:
    """Name AlexNet, whose first kernels are 11×11, where published weights may be fetched."""
    if profile.photos.weights == "torchvision":
        return {"network": network("alexnet"), "weights": "torchvision"}
    return imagenet(profile)
