"""Results of lesson 3: pooling and invariance."""

from cnnviz.lessons.shared.networks import network
from cnnviz.lessons.shared.plan import FARTHEST, SHIFTS, moved, moved_accuracy
from cnnviz.lessons.shared.trainings import DIGIT_NETWORKS, digits, repeated, trained
from cnnviz.pipeline.step import Step, later
from cnnviz.profile import Profile

experiments = later("cnnviz.lessons.pooling_and_invariance.experiments")

NUMBERS = [[3, 1, 0, 2], [5, 7, 4, 2], [1, 0, 6, 8], [2, 1, 5, 1]]
LABELS = [9, 4, 2, 7]  # of the digits that readers can shift
# What one digit is shown with, from left to right.
SHOWN = {"right": [-8, -4, 0, 4, 8], "turn": [-60, -30, 0, 30, 60], "scale": [0.5, 0.7, 1, 1.5, 2]}


def pooling_example(profile: Profile) -> Step:
    """A table of sixteen numbers, pooled by hand-sized windows."""
    return experiments.pooling_example(values=NUMBERS)


def pooled_digit(profile: Profile, *, label: int = 5) -> Step:
    """A digit, pooled once and twice."""
    return experiments.pooled_digit(data=digits(profile), label=label)


def pooling_discards(profile: Profile) -> Step:
    """What goes into LeNet-5's poolings, what comes out, and what they learn."""
    return experiments.pooling_discards(network=network("lenet5"))


def equivariance(profile: Profile) -> Step:
    """How exactly the maps of three layers follow a shifted digit."""
    data, runs = digits(profile), repeated(profile, "lenet5")
    return experiments.equivariance(data=data, runs=runs, shifts=[1, 2, 3, 4], images=100)


def following_maps(profile: Profile, *, label: int = 9, shift: int = 4) -> Step:
    """Feature maps of a digit, and of the digit shifted."""
    run = trained(profile, "lenet5")
    return experiments.following_maps(data=digits(profile), run=run, label=label, shift=shift)


def pooling_local(profile: Profile) -> Step:
    """How much the first maps change under small shifts, pooled or not."""
    data, runs = digits(profile), repeated(profile, "lenet5")
    return experiments.pooling_local(data=data, runs=runs, farthest=4, images=200)


def moved_images(profile: Profile, *, image: int = 2) -> Step:
    """One digit shifted, turned and scaled."""
    return experiments.moved_images(data=digits(profile), image=image, amounts=SHOWN)


def strided_accuracy(profile: Profile) -> Step:
    """The accuracy on shifted digits of LeNet-5 with strides in place of pooling."""
    runs = repeated(profile, "lenet5_strided", epochs="lenet5")
    accuracies = moved.moved_accuracy(data=digits(profile), runs=runs, amounts={"right": SHIFTS})
    return accuracies.called("strided_accuracy")


def pooling_kept(profile: Profile) -> Step:
    """The accuracy on shifted digits with and without pooling."""
    pooled, strided = moved_accuracy(profile), strided_accuracy(profile)
    return experiments.pooling_kept(pooled=pooled, strided=strided, way="right")


def shift_slider(profile: Profile) -> Step:
    """Both networks' probabilities for a few digits under every shift."""
    data, runs = digits(profile), [trained(profile, network) for network in DIGIT_NETWORKS]
    return experiments.shift_slider(data=data, runs=runs, labels=LABELS, farthest=FARTHEST)
