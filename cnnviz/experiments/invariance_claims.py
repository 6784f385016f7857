"""Claims of lessons 1 and 3 about moved, turned and scaled digits.

A claim gives whether it holds, and the numbers it looked at with the unit to show them in.
"""

from typing import Any

from cnnviz.experiments.verdict import Verdict, verdict

SHIFT = 4  # pixels, to each side


def cnn_keeps_more_when_shifted(result: dict[str, Any]) -> Verdict:
    """Shifted by 4 px to any side, the CNN keeps more of its accuracy than the MLP.

    On no side do the intervals overlap. The numbers are of the side where the two are closest.
    """
    cnn, mlp = result["summary"]["lenet5"], result["summary"]["mlp"]
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


def not_invariant(result: dict[str, Any]) -> Verdict:
    """Each way of moving digits can cost either network more than half of its accuracy.

    Of every transform (shifts, turns, scales) the amount counts that costs most; the whole
    interval of what is kept lies below one half.
    """
    numbers = {}
    holds = True
    for network in ("lenet5", "mlp"):
        for transform, amounts in result["summary"][network].items():
            worst = min((each["kept"] for each in amounts.values()), key=lambda kept: kept["mean"])
            holds = holds and worst["high"] < 0.5
            numbers[f"{network}_{transform}"] = (worst["mean"], "percent")
    return verdict(holds, **numbers)
