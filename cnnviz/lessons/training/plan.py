"""Results of lesson 6: training."""

from typing import Any

from cnnviz.lessons.shared.trainings import digits, repeated
from cnnviz.pipeline.step import Step, later
from cnnviz.profile import Profile

experiments = later("cnnviz.lessons.training.experiments")

BATCH = 64
WATCHED = 0.1  # the share of the training images that is kept for validation
SWAPPED = 0.9  # and where the two shares are mistaken for each other
AUGMENTATION = {"shift": 0.08, "turn": 10, "scale": 0.1}
MISTAKEN, VARIATIONS = 12, 7  # pictures
SEEDS = 3  # where many epochs are compared


def optimisers(profile: Profile) -> Step:
    """The CNN's learning curves with Adam and with RMSprop, as long as in the course."""
    return experiments.optimisers(
        adam=_course(profile, None, WATCHED),
        rmsprop=_course(profile, None, WATCHED, optimiser="rmsprop"),
    )


def splits(profile: Profile) -> Step:
    """The curves of the usual split, of the inverted one, and of that with as many steps."""
    return experiments.splits(
        usual=_course(profile, SEEDS, WATCHED),
        inverted=_course(profile, SEEDS, SWAPPED),
        patient=_course(profile, SEEDS, SWAPPED, epochs="patient"),
    )


def overfitting(profile: Profile) -> Step:
    """The curves of a wide MLP on few images: plain, with dropout, and with augmentation."""
    few: dict[str, Any] = {"most": SEEDS, "epochs": "overfit", "validation": SWAPPED}
    return experiments.overfitting(
        plain=repeated(profile, "mlp_wide", **few),
        dropout=repeated(profile, "mlp_dropout", **few),
        augmented=repeated(profile, "mlp_wide", **few, augmentation=AUGMENTATION),
    )


def parts(profile: Profile) -> Step:
    """How many images each part of the data has, and how many steps make an epoch."""
    return experiments.parts(data=digits(profile), kept_out=WATCHED, batch=BATCH)


def confusions(profile: Profile) -> Step:
    """Which digit is taken for which by the CNNs that all lessons share."""
    return experiments.confusions(data=digits(profile), runs=repeated(profile, "lenet5"))


def mistaken_digits(profile: Profile) -> Step:
    """The test digits that most of these CNNs mistake."""
    runs = repeated(profile, "lenet5")
    return experiments.mistaken_digits(data=digits(profile), runs=runs, count=MISTAKEN)


def augmented_digits(profile: Profile, *, seed: int = 0) -> Step:
    """Some digits, each in several random variations."""
    return experiments.augmented_digits(
        data=digits(profile), augmentation=AUGMENTATION, count=VARIATIONS, seed=seed
    )


def _course(profile: Profile, most: int | None, validation: float, **how: Any) -> list[Step]:
    recipe: dict[str, Any] = {"batch": BATCH, "validation": validation, "optimiser": "adam"}
    return repeated(profile, "lenet5", most=most, **{"epochs": "course", **recipe, **how})
