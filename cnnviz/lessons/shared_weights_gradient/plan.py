"""Results of lesson 4: the gradient of shared weights."""

from cnnviz.lessons.shared.networks import network
from cnnviz.lessons.shared.trainings import FILMS, digits, every_watched, repeated, watched
from cnnviz.pipeline.step import Step
from cnnviz.profile import Profile

NETWORK = "lenet5"
ONE_FILTER = 25  # weights


def two_paths(profile: Profile) -> Step:
    """Give a worked example: one weight in two places."""
    arguments = {
        "inputs": [2.0, 3.0],
        "outward": [2.0, -1.0],
        "weight": 2.0,
        "target": 1.0,
        "rate": 0.1,
    }
    return Step("cnnviz.lessons.shared_weights_gradient.two_paths:example", arguments)


def gradient_by_place(profile: Profile, *, seed: int = 0, image: int = 0) -> Step:
    """Give what every place adds to the gradient of one weight of a new network."""
    arguments = {"data": digits(profile), "network": network(NETWORK), "seed": seed, "image": image}
    return Step("cnnviz.lessons.shared_weights_gradient.experiments:by_place", arguments)


def gradient_check(profile: Profile) -> Step:
    """Give autograd against central differences, for all weights of the first convolution."""
    repeats = profile.experiments.repeats
    arguments = {"data": digits(profile), "network": network(NETWORK), "repeats": repeats}
    return Step("cnnviz.lessons.shared_weights_gradient.experiments:checked", arguments)


def difference_steps(profile: Profile) -> Step:
    """Give the error of difference quotients by their step."""
    repeats = profile.experiments.repeats
    arguments = {
        "data": digits(profile),
        "network": network(NETWORK),
        "repeats": repeats,
        "weights": ONE_FILTER,
    }
    return Step("cnnviz.lessons.shared_weights_gradient.experiments:by_step", arguments)


def filters_through_training(profile: Profile, *, seed: int = 0) -> Step:
    """Give the first layer's filters before, during and after training."""
    arguments = {"run": watched(profile, seed)}
    return Step("cnnviz.lessons.shared.kernels:kernels_through_training", arguments)


def line_likeness(profile: Profile) -> Step:
    """Give how line-like first filters become, on images and on remapped ones."""
    blocks = (1, max(profile.experiments.blocks))
    control = [
        run for block in blocks for run in repeated(profile, NETWORK, most=FILMS, block=block)
    ]
    arguments = {"watched": every_watched(profile), "control": control}
    return Step("cnnviz.lessons.shared_weights_gradient.first_filters:likeness", arguments)
