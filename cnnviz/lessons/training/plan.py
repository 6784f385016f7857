"""Results of lesson 6: training."""

from typing import Any

from cnnviz.lessons.shared.trainings import digits, repeated, trained
from cnnviz.pipeline.step import Step
from cnnviz.profile import Profile

BATCH = 64
WATCHED = 0.1  # the share of the training images that is kept for validation
SWAPPED = 0.9  # and where the two shares are mistaken for each other
AUGMENTATION = {"shift": 0.08, "turn": 10, "scale": 0.1}
MISTAKEN, VARIATIONS = 12, 7  # pictures
SEEDS = 3  # where many epochs are compared


def optimisers(profile: Profile) -> Step:
    """Give the CNN's learning curves with Adam and with RMSprop, as long as in the course."""
    return _curves(
        adam=_course(profile, profile.experiments.repeats, validation=WATCHED, optimiser="adam"),
        rmsprop=_course(
            profile, profile.experiments.repeats, validation=WATCHED, optimiser="rmsprop"
        ),
    )


def splits(profile: Profile) -> Step:
    """Give the curves of the usual split, of the inverted one, and of that with as many steps."""
    seeds = min(SEEDS, profile.experiments.repeats)
    return _curves(
        usual=_course(profile, seeds, validation=WATCHED, optimiser="adam"),
        inverted=_course(profile, seeds, validation=SWAPPED, optimiser="adam"),
        patient=_course(profile, seeds, "patient", validation=SWAPPED, optimiser="adam"),
    )


def overfitting(profile: Profile) -> Step:
    """Give the curves of a wide MLP on few images: plain, with dropout, and with augmentation."""
    seeds = range(min(SEEDS, profile.experiments.repeats))

    def runs(network: str, **recipe: Any) -> list[Step]:
        return [
            trained(profile, network, seed=seed, epochs="overfit", validation=SWAPPED, **recipe)
            for seed in seeds
        ]

    return _curves(
        plain=runs("mlp_wide"),
        dropout=runs("mlp_dropout"),
        augmented=runs("mlp_wide", augmentation=AUGMENTATION),
    )


def parts(profile: Profile) -> Step:
    """Give how many images each part of the data has, and how many steps make an epoch."""
    arguments = {"data": digits(profile), "kept_out": WATCHED, "batch": BATCH}
    return Step("cnnviz.lessons.training.curves:sizes", arguments)


def confusions(profile: Profile) -> Step:
    """Give which digit is taken for which by the CNNs that all lessons share."""
    arguments = {"data": digits(profile), "runs": repeated(profile, "lenet5")}
    return Step("cnnviz.lessons.training.confusions:confusions", arguments)


def mistaken_digits(profile: Profile) -> Step:
    """Give the test digits that most of these CNNs mistake."""
    arguments = {"data": digits(profile), "runs": repeated(profile, "lenet5"), "count": MISTAKEN}
    return Step("cnnviz.lessons.training.learning:mistaken", arguments)


def augmented_digits(profile: Profile, *, seed: int = 0) -> Step:
    """Give some digits, each in several random variations."""
    arguments = {"data": digits(profile), "augmentation": AUGMENTATION, "count": VARIATIONS}
    return Step("cnnviz.lessons.training.confusions:variations", arguments | {"seed": seed})


def _curves(**kinds: list[Step]) -> Step:
    return Step("cnnviz.lessons.training.curves:by_kind", dict(kinds))


def _course(profile: Profile, seeds: int, epochs: str = "course", **recipe: Any) -> list[Step]:
    return [
        trained(profile, "lenet5", seed=seed, epochs=epochs, batch=BATCH, **recipe)
        for seed in range(seeds)
    ]
