"""What the lab shows: this build's networks and some of its digits, as files for a browser."""

from cnnviz.lessons.shared.trainings import DIGIT_NETWORKS, digits, trained
from cnnviz.pipeline.step import Step
from cnnviz.profile import Profile


def lab_networks(profile: Profile) -> Step:
    """Give the first training of each network on digits as they are."""
    return _networks(profile, 1)


def lab_remapped(profile: Profile) -> Step:
    """Give the first training of each network on remapped digits, and the remap."""
    return _networks(profile, max(profile.experiments.blocks))


def lab_digits(profile: Profile) -> Step:
    """Give a few test digits of each class."""
    return Step("cnnviz.lessons.lab.export:digits", {"data": digits(profile), "each": 10})


def lab_still(profile: Profile, *, label: int = 7) -> Step:
    """Give one digit's maps and answers, for a picture of the lab."""
    runs = [trained(profile, network) for network in DIGIT_NETWORKS]
    arguments = {"data": digits(profile), "runs": runs, "label": label}
    return Step("cnnviz.lessons.lab.experiments:still", arguments)


def _networks(profile: Profile, block: int) -> Step:
    runs = [trained(profile, network, block=block) for network in DIGIT_NETWORKS]
    return Step("cnnviz.lessons.lab.export:networks", {"data": digits(profile), "runs": runs})
