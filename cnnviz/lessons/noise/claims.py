"""Claims of lesson 13, each checked against the build's own numbers."""

from typing import Any

from cnnviz.data.noise import KINDS
from cnnviz.lessons.shared.verdict import verdict
from cnnviz.results import Verdict


def digits_surer_than_noise(noise_answers: dict[str, Any]) -> Verdict:
    """Both networks are surer, on average, of real digits than of any kind of noise."""
    numbers = {}
    holds = True
    for network, kinds in noise_answers["summary"].items():
        digits = kinds["digits"]["confidence"]["mean"]
        noise = max(kinds[kind]["confidence"]["mean"] for kind in KINDS)
        holds = holds and digits > noise
        numbers[f"{network}_digits"] = (digits, "probability")
        numbers[f"{network}_noise"] = (noise, "probability")
    return verdict(holds, **numbers)


def noise_has_favourite_digit(noise_answers: dict[str, Any]) -> Verdict:
    """In uniform noise each run sees one digit, its favourite, three times as often as chance.

    Runs may differ in their favourite: the mean is of each run's own.
    """
    shares = {
        network: kinds["uniform"]["favoured"]["mean"]
        for network, kinds in noise_answers["summary"].items()
    }
    numbers = {network: (share, "percent") for network, share in shares.items()}
    return verdict(min(shares.values()) > 0.3, **numbers)


def sure_of_noise(noise_answers: dict[str, Any]) -> Verdict:
    """For both networks, some pure noise gets a confidence of 0.9 or more."""
    shares = {
        network: max(kinds[kind]["sure"]["mean"] for kind in KINDS)
        for network, kinds in noise_answers["summary"].items()
    }
    numbers = {network: (share, "percent") for network, share in shares.items()}
    return verdict(min(shares.values()) > 0, **numbers)


def threshold_lets_noise_pass(noise_threshold: dict[str, Any]) -> Verdict:
    """A threshold that keeps nearly all digits lets more than a tenth of some noise pass too."""
    numbers = {}
    worst = []
    for network, row in noise_threshold["summary"].items():
        passing = max(row[kind]["mean"] for kind in KINDS)
        worst.append(passing)
        numbers[f"{network}_threshold"] = (row["threshold"]["mean"], "probability")
        numbers[f"{network}_passing"] = (passing, "percent")
    return verdict(min(worst) > 0.1, **numbers)
