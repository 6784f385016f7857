"""Results of lesson 13: pure noise."""

from cnnviz.lessons.entry import Entry
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


RESULTS: tuple[Entry, ...] = (
    noise_kinds,
    noise_answer,
    noise_answers,
    noise_threshold,
    reliability,
)
FIGURES: dict[str, Entry] = {
    "noise_kinds": noise_kinds,
    "noise_answer": noise_answer,
    "noise_predictions": noise_answers,
    "noise_confidence": noise_answers,
    "noise_threshold": noise_threshold,
    "reliability": reliability,
    "cover_noise": noise_answer,
}
TABLES: dict[str, Entry] = {"noise_answer": noise_answer, "noise_threshold": noise_threshold}
CLAIMS: dict[str, Entry] = {
    "digits_surer_than_noise": noise_answers,
    "noise_has_favourite_digit": noise_answers,
    "sure_of_noise": noise_answers,
    "threshold_lets_noise_pass": noise_threshold,
}
