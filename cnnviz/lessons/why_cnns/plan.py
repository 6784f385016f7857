"""Results of lesson 1: why a perceptron struggles with images."""

from cnnviz.lessons.shared.plan import FARTHEST
from cnnviz.lessons.shared.trainings import digits, trained, trainings
from cnnviz.pipeline.step import Step
from cnnviz.profile import Profile

IMAGES = {"digit": [28, 1], "small": [32, 3], "imagenet": [224, 3], "photo": [1024, 3]}


def hidden_units(profile: Profile, *, image: int = 0) -> Step:
    """Give an MLP's hidden units as pictures, and how one of them adds up for a test digit."""
    arguments = {"data": digits(profile), "run": trained(profile, "mlp"), "image": image}
    return Step("cnnviz.lessons.why_cnns.experiments:units", {**arguments, "count": 12})


def first_layer(profile: Profile, *, hidden: int = 128) -> Step:
    """Give how many parameters a first layer needs, dense or convolution, by the image's size."""
    arguments = {"images": IMAGES, "hidden": hidden}
    return Step("cnnviz.lessons.why_cnns.experiments:parameters", arguments)


def flattening(profile: Profile) -> Step:
    """Give where the neighbours of a pixel end up in a row of numbers."""
    arguments = {"side": 6, "row": 2, "column": 3}
    return Step("cnnviz.lessons.why_cnns.experiments:flattening", arguments)


def shifted_likeness(profile: Profile) -> Step:
    """Give how alike a digit is to itself after a shift."""
    arguments = {"data": digits(profile), "farthest": FARTHEST}
    return Step("cnnviz.lessons.why_cnns.likeness:by_shift", arguments)


def recentred(profile: Profile, *, shift: int = 4) -> Step:
    """Give the accuracy on digits that are shifted, and then centred again."""
    arguments = {"data": digits(profile), "runs": trainings(profile, 1), "shift": shift}
    return Step("cnnviz.lessons.why_cnns.likeness:recentred", arguments)
