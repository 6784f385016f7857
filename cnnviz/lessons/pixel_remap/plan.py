"""Results of the pixel remap."""

from cnnviz.lessons.shared.trainings import (
    PARKING_NETWORKS,
    digits,
    parking,
    seeds,
    trained,
    trainings,
)
from cnnviz.pipeline.step import Step, later
from cnnviz.profile import Profile

experiments = later("cnnviz.lessons.pixel_remap.experiments")

FARTHEST = 14  # pixels: half an image
SEEDS = 3  # for the sizes between the two that are compared elsewhere


def remap_letters(profile: Profile) -> Step:
    """The shuffle of a grid of letters, small enough to follow by eye.

    With this seed, A00 goes to A13 and A12 to A32, as in the source.
    """
    return experiments.remap_letters(side=4, seed=232)


def remap_images(profile: Profile, *, seed: int = 0) -> Step:
    """One digit of each class: original, remapped and restored."""
    return experiments.remap_images(data=digits(profile), seed=seed)


def remap_accuracy(profile: Profile) -> Step:
    """Test accuracy on original and remapped digits, seed by seed."""
    return experiments.remap_accuracy(runs=trainings(profile, 1, max(profile.experiments.blocks)))


def remap_blocks(profile: Profile) -> Step:
    """Test accuracy for shuffles within blocks of several sizes.

    The sizes at the ends have all the profile's seeds, which the other figures need as well.
    """
    sizes = profile.experiments.blocks
    ends = (min(sizes), max(sizes))
    runs = [
        run
        for run in trainings(profile, *sizes)
        if run.arguments["block"] in ends or run.arguments["seed"] < SEEDS
    ]
    return experiments.remap_blocks(runs=runs)


def remap_after_training(profile: Profile) -> Step:
    """Test accuracy where only the test images are remapped."""
    return experiments.remap_after_training(data=digits(profile), runs=trainings(profile, 1))


def neighbour_correlation(profile: Profile) -> Step:
    """The correlation of pixels by their distance, before and after the remap."""
    repeats = profile.experiments.repeats
    return experiments.neighbour_correlation(
        data=digits(profile), repeats=repeats, farthest=FARTHEST
    )


def permuted_weights(profile: Profile) -> Step:
    """The MLP's scores before and after moving pixels and first weights together."""
    return experiments.permuted_weights(data=digits(profile), run=trained(profile, "mlp"))


def parking_images(profile: Profile, *, seed: int = 0, count: int = 4) -> Step:
    """Parking spaces of both classes, original and remapped."""
    return experiments.parking_images(data=_spaces(profile), seed=seed, count=count)


def parking_remap(profile: Profile) -> Step:
    """Test accuracy on original and remapped parking spaces, seed by seed."""
    data, side = _spaces(profile), profile.parking.size
    runs = [
        trained(profile, network, seed=seed, block=block, epochs=epochs, data=data)
        for block in (1, side)
        for network, epochs in PARKING_NETWORKS.items()
        for seed in seeds(profile)
    ]
    return experiments.parking_remap(data=data, runs=runs)


def _spaces(profile: Profile) -> Step:
    return parking(profile, profile.parking.size)
