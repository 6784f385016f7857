"""Claims of lesson 1 about what an MLP sees."""

from itertools import product

from cnnviz.lessons.shared.results import MovedAccuracies
from cnnviz.lessons.shared.verdict import ahead, verdict
from cnnviz.lessons.why_cnns.results import Recentring, ShiftedLikeness
from cnnviz.results import Verdict

SIDES = tuple(product(("right", "down"), ("-4", "4")))  # 4 pixels to each


def shifted_digit_is_a_stranger(shifted_likeness: ShiftedLikeness) -> Verdict:
    """Shifted by 4 px to any side, a digit is less like itself than two digits of two classes."""
    means = shifted_likeness["summary"]
    ways, other = {"right": means["right"], "down": means["down"]}, means["other"]
    closest = max(ways[way][amount]["mean"] for way, amount in SIDES)
    return verdict(closest < other, "decimal", itself=closest, other=other)


def centring_restores_the_mlp(recentred: Recentring) -> Verdict:
    """Centred again, shifted digits cost the MLP less than a tenth of what the shift cost it."""
    mlp = {kind: repeats["mean"] for kind, repeats in recentred["summary"]["mlp"].items()}
    lost, still = (mlp["original"] - mlp[kind] for kind in ("shifted", "centred"))
    return verdict(lost > 0 and still < lost / 10, "percent", **mlp)


def cnn_keeps_more_when_shifted(moved_accuracy: MovedAccuracies) -> Verdict:
    """Shifted by 4 px to any side, the CNN keeps more of its accuracy than the MLP.

    On no side do the intervals overlap. The numbers are of the side where the two are closest.
    """
    cnn, mlp = (moved_accuracy["summary"][network] for network in ("lenet5", "mlp"))
    ours, theirs = ([ways[way][by]["kept"] for way, by in SIDES] for ways in (cnn, mlp))
    return ahead("percent", cnn=ours, mlp=theirs)
