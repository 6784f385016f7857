"""Results of lesson 1: why a perceptron struggles with images."""

from cnnviz.lessons.shared.networks import network
from cnnviz.lessons.shared.plan import FARTHEST
from cnnviz.lessons.shared.trainings import digits, trained, trainings
from cnnviz.pipeline.step import Step, later
from cnnviz.profile import Profile

experiments = later("cnnviz.lessons.why_cnns.experiments")

IMAGES = {"digit": [28, 1], "small": [32, 3], "imagenet": [224, 3], "photo": [1024, 3]}


def hidden_units(profile: Profile, *, image: int = 0) -> Step:
    """An MLP's hidden units as pictures, and how one of them adds up for a test digit."""
    run = trained(profile, "mlp")
    return experiments.hidden_units(data=digits(profile), run=run, image=image, count=12)


def first_layer(profile: Profile, *, hidden: int = 128) -> Step:
    """How many parameters a first layer needs, dense or convolution, by the image's size."""
    first = {"dense": network("mlp"), "convolution": network("lenet5")}
    return experiments.first_layer(images=IMAGES, hidden=hidden, **first)


def flattening(profile: Profile) -> Step:
    """Where the neighbours of a pixel end up in a row of numbers."""
    return experiments.flattening(side=6, row=2, column=3)


def shifted_likeness(profile: Profile) -> Step:
    """How alike a digit is to itself after a shift."""
    return experiments.shifted_likeness(data=digits(profile), farthest=FARTHEST)


def recentred(profile: Profile, *, shift: int = 4) -> Step:
    """The accuracy on digits that are shifted, and then centred again."""
    return experiments.recentred(data=digits(profile), runs=trainings(profile, 1), shift=shift)
