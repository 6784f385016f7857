"""Results of lesson 13: pure noise."""

from cnnviz.lessons.shared.trainings import DIGIT_NETWORKS, digits, trained, trainings
from cnnviz.pipeline.step import Step
from cnnviz.profile import Profile


def noise_kinds(profile: Profile, *, seed: int = 0, count: int = 4) -> Step:
    """Give some images of each kind of noise."""
    arguments = {"data": digits(profile), "seed": seed, "count": count}
    return Step("cnnviz.lessons.noise.experiments:pictures", arguments)


def noise_answer(profile: Profile, *, seed: int = 0) -> Step:
    """Give both networks' probabilities for one image of uniform noise."""
    runs = [trained(profile, network) for network in DIGIT_NETWORKS]
    arguments = {"data": digits(profile), "runs": runs, "seed": seed}
    return Step("cnnviz.lessons.noise.experiments:one_answer", arguments)


def noise_answers(profile: Profile) -> Step:
    """Give what the networks answer to thousands of noise images of each kind."""
    images = profile.experiments.noise_images
    arguments = {"data": digits(profile), "runs": trainings(profile, 1), "images": images}
    return Step("cnnviz.lessons.noise.experiments:answers", arguments)


def noise_threshold(profile: Profile, *, kept: float = 0.95) -> Step:
    """Give what a threshold on confidence rejects that keeps this share of the digits."""
    arguments = {"answers": noise_answers(profile), "kept": kept}
    return Step("cnnviz.lessons.noise.experiments:threshold", arguments)


def reliability(profile: Profile) -> Step:
    """Give confidence against accuracy on the test digits."""
    arguments = {"data": digits(profile), "runs": trainings(profile, 1)}
    return Step("cnnviz.lessons.noise.experiments:reliability", arguments)
