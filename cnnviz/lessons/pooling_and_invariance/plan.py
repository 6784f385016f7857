"""Results of lesson 3: pooling and invariance."""

from cnnviz.lessons.shared.plan import FARTHEST, SHIFTS, moved_accuracy
from cnnviz.lessons.shared.trainings import DIGIT_NETWORKS, digits, repeated, trained
from cnnviz.pipeline.step import Step
from cnnviz.profile import Profile

NUMBERS = [[3, 1, 0, 2], [5, 7, 4, 2], [1, 0, 6, 8], [2, 1, 5, 1]]
# What one digit is shown with, from left to right.
SHOWN = {"right": [-8, -4, 0, 4, 8], "turn": [-60, -30, 0, 30, 60], "scale": [0.5, 0.7, 1, 1.5, 2]}


def pooling_example(profile: Profile) -> Step:
    """Give a table of sixteen numbers, pooled by hand-sized windows."""
    return Step("cnnviz.lessons.pooling_and_invariance.experiments:example", {"values": NUMBERS})


def pooled_digit(profile: Profile, *, label: int = 5) -> Step:
    """Give a digit, pooled once and twice."""
    arguments = {"data": digits(profile), "label": label}
    return Step("cnnviz.lessons.pooling_and_invariance.experiments:pooled", arguments)


def pooling_discards(profile: Profile) -> Step:
    """Give what goes into LeNet-5's poolings, what comes out, and what they learn."""
    return Step("cnnviz.lessons.pooling_and_invariance.experiments:discarded", {})


def equivariance(profile: Profile) -> Step:
    """Give how exactly the maps of three layers follow a shifted digit."""
    arguments = {"data": digits(profile), "runs": _cnns(profile), "shifts": [1, 2, 3, 4]}
    return Step(
        "cnnviz.lessons.pooling_and_invariance.following:equivariance", {**arguments, "images": 100}
    )


def following_maps(profile: Profile, *, label: int = 9, shift: int = 4) -> Step:
    """Give feature maps of a digit, and of the digit shifted."""
    arguments = {"data": digits(profile), "run": trained(profile, "lenet5")}
    return Step(
        "cnnviz.lessons.pooling_and_invariance.following:maps",
        {**arguments, "label": label, "shift": shift},
    )


def pooling_local(profile: Profile) -> Step:
    """Give how much the first maps change under small shifts, pooled or not."""
    arguments = {"data": digits(profile), "runs": _cnns(profile), "farthest": 4, "images": 200}
    return Step("cnnviz.lessons.pooling_and_invariance.following:local_change", arguments)


def moved_images(profile: Profile, *, image: int = 2) -> Step:
    """Give one digit shifted, turned and scaled."""
    arguments = {"data": digits(profile), "image": image, "amounts": SHOWN}
    return Step("cnnviz.lessons.shared.moved:pictures", arguments)


def strided_accuracy(profile: Profile) -> Step:
    """Give the accuracy on shifted digits of LeNet-5 with strides in place of pooling."""
    arguments = {"data": digits(profile), "runs": _cnns(profile, "lenet5_strided")}
    return Step(
        "cnnviz.lessons.shared.moved:moved_accuracy", {**arguments, "amounts": {"right": SHIFTS}}
    )


def pooling_kept(profile: Profile) -> Step:
    """Give the accuracy on shifted digits with and without pooling."""
    arguments = {"with_pooling": moved_accuracy(profile), "without": strided_accuracy(profile)}
    return Step(
        "cnnviz.lessons.pooling_and_invariance.following:compared", {**arguments, "way": "right"}
    )


def shift_slider(profile: Profile) -> Step:
    """Give both networks' probabilities for a few digits under every shift."""
    runs = [trained(profile, network) for network in DIGIT_NETWORKS]
    arguments = {"data": digits(profile), "runs": runs, "labels": [9, 4, 2, 7]}
    return Step(
        "cnnviz.lessons.pooling_and_invariance.following:slider",
        {**arguments, "farthest": FARTHEST},
    )


def _cnns(profile: Profile, network: str = "lenet5") -> list[Step]:
    return repeated(profile, network, epochs="lenet5")
