"""Results of the lesson on the gradient of shared weights."""

from typing import Any

from cnnviz.lessons.shared.networks import network
from cnnviz.lessons.shared.trainings import FILMS, digits, every_watched, repeated, watched
from cnnviz.pipeline.step import Step, later
from cnnviz.profile import Profile

experiments = later("cnnviz.lessons.shared_weights_gradient.experiments")
first_filters = later("cnnviz.lessons.shared_weights_gradient.first_filters")
kernels = later("cnnviz.lessons.shared.kernels")
worked = later("cnnviz.lessons.shared_weights_gradient.worked_example")

NETWORK = "lenet5"
ONE_FILTER = 25  # weights


def two_paths(profile: Profile) -> Step:
    """A worked example: one weight in two places."""
    return worked.two_paths(
        inputs=[2.0, 3.0], outward=[2.0, -1.0], weight=2.0, target=1.0, rate=0.1
    )


def gradient_by_place(profile: Profile, *, seed: int = 0, image: int = 0) -> Step:
    """What every place adds to the gradient of one weight of a new network."""
    return experiments.gradient_by_place(**_new_network(profile), seed=seed, image=image)


def gradient_check(profile: Profile) -> Step:
    """Autograd against central differences, for all weights of the first convolution."""
    repeats = profile.experiments.repeats
    return experiments.gradient_check(**_new_network(profile), repeats=repeats)


def difference_steps(profile: Profile) -> Step:
    """The error of difference quotients by their step."""
    repeats = profile.experiments.repeats
    return experiments.difference_steps(
        **_new_network(profile), repeats=repeats, weights=ONE_FILTER
    )


def filters_through_training(profile: Profile, *, seed: int = 0) -> Step:
    """The first layer's filters before, during and after training."""
    return kernels.filters_through_training(run=watched(profile, seed))


def line_likeness(profile: Profile) -> Step:
    """How line-like first filters become, on images and on remapped ones."""
    control = [
        run
        for block in (1, max(profile.experiments.blocks))
        for run in repeated(profile, NETWORK, most=FILMS, block=block)
    ]
    return first_filters.line_likeness(watched=every_watched(profile), control=control)


def _new_network(profile: Profile) -> dict[str, Any]:
    return {"data": digits(profile), "network": network(NETWORK)}
