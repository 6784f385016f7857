"""Results of lesson 13: pure noise."""

from cnnviz.lessons.shared.trainings import DIGIT_NETWORKS, digits, trained, trainings
from cnnviz.pipeline.step import Step, later
from cnnviz.profile import Profile

experiments = later("cnnviz.lessons.noise.experiments")


def noise_kinds(profile: Profile, *, seed: int = 0, count: int = 4) -> Step:
    """Some images of each kind of noise."""
    return experiments.noise_kinds(data=digits(profile), seed=seed, count=count)


def noise_answer(profile: Profile, *, seed: int = 0) -> Step:
    """Both networks' probabilities for one image of uniform noise."""
    runs = [trained(profile, network) for network in DIGIT_NETWORKS]
    return experiments.noise_answer(data=digits(profile), runs=runs, seed=seed)


def noise_answers(profile: Profile) -> Step:
    """What the networks answer to thousands of noise images of each kind."""
    images = profile.experiments.noise_images
    return experiments.noise_answers(
        data=digits(profile), runs=trainings(profile, 1), images=images
    )


def noise_threshold(profile: Profile, *, kept: float = 0.95) -> Step:
    """What a threshold on confidence rejects that keeps this share of the digits."""
    return experiments.noise_threshold(answers=noise_answers(profile), kept=kept)


def reliability(profile: Profile) -> Step:
    """Confidence against accuracy on the test digits."""
    return experiments.reliability(data=digits(profile), runs=trainings(profile, 1))
