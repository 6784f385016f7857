"""Claims of lesson 1 about what an MLP sees."""

from typing import Any

from cnnviz.lessons.shared.verdict import verdict
from cnnviz.results import Verdict

SHIFT = 4  # pixels, to each side


def shifted_digit_is_a_stranger(shifted_likeness: dict[str, Any]) -> Verdict:
    """Shifted by 4 px to any side, a digit is less like itself than two digits of two classes."""
    means = shifted_likeness["summary"]
    sides = [means[way][str(amount)] for way in ("right", "down") for amount in (-SHIFT, SHIFT)]
    closest = max(side["mean"] for side in sides)
    return verdict(
        closest < means["other"],
        itself=(closest, "decimal"),
        other=(means["other"], "decimal"),
    )


def centring_restores_the_mlp(recentred: dict[str, Any]) -> Verdict:
    """Centred again, shifted digits cost the MLP less than a tenth of what the shift cost it."""
    mlp = {kind: repeats["mean"] for kind, repeats in recentred["summary"]["mlp"].items()}
    lost = mlp["original"] - mlp["shifted"]
    return verdict(
        lost > 0 and mlp["original"] - mlp["centred"] < lost / 10,
        original=(mlp["original"], "percent"),
        shifted=(mlp["shifted"], "percent"),
        centred=(mlp["centred"], "percent"),
    )


def cnn_keeps_more_when_shifted(moved_accuracy: dict[str, Any]) -> Verdict:
    """Shifted by 4 px to any side, the CNN keeps more of its accuracy than the MLP.

    On no side do the intervals overlap. The numbers are of the side where the two are closest.
    """
    cnn, mlp = moved_accuracy["summary"]["lenet5"], moved_accuracy["summary"]["mlp"]
    sides = [(way, str(amount)) for way in ("right", "down") for amount in (-SHIFT, SHIFT)]
    pairs = [(cnn[way][amount]["kept"], mlp[way][amount]["kept"]) for way, amount in sides]
    ours, theirs = min(pairs, key=lambda pair: pair[0]["low"] - pair[1]["high"])
    return verdict(
        ours["low"] > theirs["high"],
        cnn=(ours["mean"], "percent"),
        cnn_low=(ours["low"], "percent"),
        mlp=(theirs["mean"], "percent"),
        mlp_high=(theirs["high"], "percent"),
    )
