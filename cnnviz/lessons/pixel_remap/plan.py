"""Results of lesson 12: the pixel remap."""

from cnnviz.lessons.shared.trainings import (
    PARKING_NETWORKS,
    digits,
    parking,
    seeds,
    trained,
    trainings,
)
from cnnviz.pipeline.step import Step
from cnnviz.profile import Profile

FARTHEST = 14  # pixels: half an image
SEEDS = 3  # for the sizes between the two that are compared elsewhere


def remap_letters(profile: Profile) -> Step:
    """Give the shuffle of a grid of letters, small enough to follow by eye.

    With this seed, A00 goes to A13 and A12 to A32, as in the source.
    """
    return Step("cnnviz.lessons.pixel_remap.letters:letters", {"side": 4, "seed": 232})


def remap_images(profile: Profile, *, seed: int = 0) -> Step:
    """Give one digit of each class: original, remapped and restored."""
    return Step(
        "cnnviz.lessons.pixel_remap.experiments:pictures", {"data": digits(profile), "seed": seed}
    )


def remap_accuracy(profile: Profile) -> Step:
    """Give test accuracy on original and remapped digits, seed by seed."""
    runs = trainings(profile, 1, max(profile.experiments.blocks))
    return Step("cnnviz.lessons.pixel_remap.experiments:accuracy", {"runs": runs})


def remap_blocks(profile: Profile) -> Step:
    """Give test accuracy for shuffles within blocks of several sizes.

    The sizes at the ends have all the profile's seeds, which the other figures need as well.
    """
    sizes = profile.experiments.blocks
    ends = (min(sizes), max(sizes))
    runs = [
        run
        for run in trainings(profile, *sizes)
        if run.arguments["block"] in ends or run.arguments["seed"] < SEEDS
    ]
    return Step("cnnviz.lessons.pixel_remap.experiments:blocks", {"runs": runs})


def remap_after_training(profile: Profile) -> Step:
    """Give test accuracy where only the test images are remapped."""
    arguments = {"data": digits(profile), "runs": trainings(profile, 1)}
    return Step("cnnviz.lessons.pixel_remap.experiments:after_training", arguments)


def neighbour_correlation(profile: Profile) -> Step:
    """Give the correlation of pixels by their distance, before and after the remap."""
    repeats = profile.experiments.repeats
    arguments = {"data": digits(profile), "repeats": repeats, "farthest": FARTHEST}
    return Step("cnnviz.lessons.pixel_remap.experiments:neighbours", arguments)


def permuted_weights(profile: Profile) -> Step:
    """Give the MLP's scores before and after moving pixels and first weights together."""
    arguments = {"data": digits(profile), "run": trained(profile, "mlp")}
    return Step("cnnviz.lessons.pixel_remap.experiments:permuted_weights", arguments)


def parking_images(profile: Profile, *, seed: int = 0, count: int = 4) -> Step:
    """Give parking spaces of both classes, original and remapped."""
    arguments = {"data": _spaces(profile), "seed": seed, "count": count}
    return Step(
        "cnnviz.lessons.pixel_remap.experiments:parking_pictures",
        {**arguments, "stand_in": _drawn(profile)},
    )


def parking_remap(profile: Profile) -> Step:
    """Give test accuracy on original and remapped parking spaces, seed by seed."""
    data, side = _spaces(profile), profile.parking.size
    runs = [
        trained(profile, network, seed=seed, block=block, epochs=epochs, data=data)
        for block in (1, side)
        for network, epochs in PARKING_NETWORKS.items()
        for seed in seeds(profile)
    ]
    arguments = {"data": data, "runs": runs, "stand_in": _drawn(profile)}
    return Step("cnnviz.lessons.pixel_remap.experiments:parking_accuracy", arguments)


def _spaces(profile: Profile) -> Step:
    return parking(profile, profile.parking.size)


def _drawn(profile: Profile) -> bool:
    return profile.parking.source == "drawn"
