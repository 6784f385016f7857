"""What the lab shows: this build's networks and some of its digits, as files for a browser."""

from cnnviz.lessons.shared.trainings import DIGIT_NETWORKS, digits, trained
from cnnviz.pipeline.step import Step, later
from cnnviz.profile import Profile

experiments = later("cnnviz.lessons.lab.experiments")


def lab_networks(profile: Profile) -> Step:
    """The first training of each network on digits as they are."""
    return experiments.lab_networks(data=digits(profile), runs=_first(profile, 1))


def lab_remapped(profile: Profile) -> Step:
    """The first training of each network on remapped digits, and the remap."""
    runs = _first(profile, max(profile.experiments.blocks))
    return experiments.lab_remapped(data=digits(profile), runs=runs)


def lab_digits(profile: Profile) -> Step:
    """A few test digits of each class."""
    return experiments.lab_digits(data=digits(profile), each=10)


def lab_still(profile: Profile, *, label: int = 7) -> Step:
    """One digit's maps and answers, for a picture of the lab."""
    return experiments.lab_still(data=digits(profile), runs=_first(profile, 1), label=label)


def _first(profile: Profile, block: int) -> list[Step]:
    return [trained(profile, network, block=block) for network in DIGIT_NETWORKS]
