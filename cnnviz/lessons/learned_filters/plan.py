"""Results of the lesson on learned filters."""

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
from cnnviz.pipeline.step import Step, later
from cnnviz.profile import Profile

experiments = later("cnnviz.lessons.learned_filters.experiments")
edges = later("cnnviz.lessons.learned_filters.edges")
film = later("cnnviz.lessons.learned_filters.film")

UNITS = 8  # hidden units of the MLP that are shown


def digit_kernels(profile: Profile) -> Step:
    """The first kernels of the digits' CNN, run by run, and some hidden units of an MLP."""
    runs, dense = repeated(profile, "lenet5"), trained(profile, "mlp")
    return experiments.digit_kernels(runs=runs, dense=dense, units=UNITS)


def parking_kernels(profile: Profile) -> Step:
    """The first kernels of the parking network."""
    return experiments.parking_kernels(data=_spaces(profile), run=parking_convnet(profile))


def imagenet_kernels(profile: Profile) -> Step:
    """The first kernels of an ImageNet network."""
    return experiments.imagenet_kernels(**_large_kernels(profile))


def kernels_settle(profile: Profile) -> Step:
    """How soon the first kernels of the digits' CNN are what they will be."""
    return film.kernels_settle(runs=every_watched(profile))


def kernels_film(profile: Profile, *, seed: int = 0) -> Step:
    """The first kernels of the digits' CNN after every epoch of a training."""
    return film.kernels_film(run=filmed(profile, seed))


def kernels_course(profile: Profile, *, seed: int = 0) -> Step:
    """The film's epochs and how like the last filters they are, without the filters."""
    return film.kernels_course(film=kernels_film(profile, seed=seed))


def kernel_fits(profile: Profile, *, seed: int = 0) -> Step:
    """First kernels beside their Sobel parts and their best Gabor patches."""
    return experiments.kernel_fits(run=trained(profile, "lenet5", seed=seed))


def kernel_edges(profile: Profile) -> Step:
    """How many first kernels of each network are edges, and how many are so by chance."""
    return edges.kernel_edges(
        digits=digits(profile),
        digit_runs=repeated(profile, "lenet5"),
        parking=_spaces(profile),
        parking_runs=parking_runs(profile),
        imagenet=_large_kernels(profile),
    )


def _spaces(profile: Profile) -> Step:
    return parking(profile, profile.parking.convnet_size)


def _large_kernels(profile: Profile) -> dict[str, Any]:
    """Name AlexNet, whose first kernels are 11×11, where published weights may be fetched."""
    if profile.photos.weights == "torchvision":
        return {"network": network("alexnet"), "weights": "torchvision"}
    return imagenet(profile)
