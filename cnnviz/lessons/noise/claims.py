"""Claims of lesson 13, each checked against the build's own numbers."""

from cnnviz.lessons.noise import results
from cnnviz.lessons.noise.results import NOISE
from cnnviz.lessons.shared.verdict import verdict
from cnnviz.results import Verdict


def digits_surer_than_noise(noise_answers: results.Answers) -> Verdict:
    """Both networks are surer, on average, of real digits than of any kind of noise."""
    numbers: dict[str, float] = {}
    holds = True
    for network, kinds in noise_answers["summary"].items():
        digits, *noises = (kinds[kind]["confidence"]["mean"] for kind in ("digits", *NOISE))
        holds = holds and digits > max(noises)
        numbers |= {f"{network}_digits": digits, f"{network}_noise": max(noises)}
    return verdict(holds, "probability", **numbers)


def noise_has_favourite_digit(noise_answers: results.Answers) -> Verdict:
    """In uniform noise each run sees one digit, its favourite, three times as often as chance.

    Runs may differ in their favourite: the mean is of each run's own.
    """
    shares = {
        network: kinds["uniform"]["favoured"]["mean"]
        for network, kinds in noise_answers["summary"].items()
    }
    return verdict(min(shares.values()) > 0.3, "percent", **shares)


def sure_of_noise(noise_answers: results.Answers) -> Verdict:
    """For both networks, some pure noise gets a confidence of 0.9 or more."""
    shares = {
        network: max(kinds[kind]["sure"]["mean"] for kind in NOISE)
        for network, kinds in noise_answers["summary"].items()
    }
    return verdict(min(shares.values()) > 0, "percent", **shares)


def threshold_lets_noise_pass(noise_threshold: results.Threshold) -> Verdict:
    """A threshold that keeps nearly all digits lets more than a tenth of some noise pass too."""
    numbers: dict[str, tuple[float, str]] = {}
    holds = True
    for network, row in noise_threshold["summary"].items():
        passing = max(row[kind]["mean"] for kind in NOISE)
        holds = holds and passing > 0.1
        numbers[f"{network}_threshold"] = (row["threshold"]["mean"], "probability")
        numbers[f"{network}_passing"] = (passing, "percent")
    return verdict(holds, **numbers)
