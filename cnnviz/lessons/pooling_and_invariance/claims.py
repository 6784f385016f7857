"""Claims of lesson 3 about pooling and equivariance."""

from typing import Any

from cnnviz.lessons.shared.verdict import verdict
from cnnviz.results import Verdict

EXACT = 1e-6  # of the largest value: a few times float32's precision
SHIFT = 4  # pixels, to either side


def pooling_discards_three_quarters(pooling_discards: dict[str, Any]) -> Verdict:
    """Each 2×2 pooling keeps one value in four, and has nothing to learn."""
    layers = pooling_discards["layers"].values()
    numbers = {
        f"discarded_{name}": (row["discarded"], "percent")
        for name, row in pooling_discards["layers"].items()
    }
    holds = all(row["discarded"] == 0.75 and row["parameters"] == 0 for row in layers)
    return verdict(holds, **numbers)


def convolution_follows_shifts(equivariance: dict[str, Any]) -> Verdict:
    """The map of a shifted digit is the shifted map, to float precision, for every whole step."""
    rows = [row for row in equivariance["runs"] if row["whole"]]
    worst = {
        layer: max(row["largest"] for row in rows if row["layer"] == layer)
        for layer in equivariance["steps"]
    }
    numbers = {layer: (value, "scientific") for layer, value in worst.items()}
    return verdict(max(worst.values()) <= EXACT, **numbers)


def pooling_softens_small_shifts(pooling_local: dict[str, Any]) -> Verdict:
    """Shifted by 1 px, max-pooled maps change less than the maps themselves, run by run."""
    none, pooled = (
        {
            r["seed"]: r["change"]
            for r in pooling_local["runs"]
            if (r["kind"], r["shift"]) == (kind, 1)
        }
        for kind in ("none", "max")
    )
    means = {kind: pooling_local["summary"][kind]["1"]["mean"] for kind in ("none", "max")}
    return verdict(
        all(pooled[seed] < none[seed] for seed in none),
        none=(means["none"], "percent"),
        max=(means["max"], "percent"),
    )


def pooling_keeps_more_when_shifted(pooling_kept: dict[str, Any]) -> Verdict:
    """Shifted by 4 px to either side, the network with pooling keeps more of its accuracy.

    The intervals do not overlap. The numbers are of the side where the two are closest.
    """
    pooled, strided = (pooling_kept["summary"][name] for name in ("lenet5", "lenet5_strided"))
    pairs = [(pooled[str(by)]["kept"], strided[str(by)]["kept"]) for by in (-SHIFT, SHIFT)]
    ours, theirs = min(pairs, key=lambda pair: pair[0]["low"] - pair[1]["high"])
    return verdict(
        ours["low"] > theirs["high"],
        pooled=(ours["mean"], "percent"),
        pooled_low=(ours["low"], "percent"),
        strided=(theirs["mean"], "percent"),
        strided_high=(theirs["high"], "percent"),
    )


def not_invariant(moved_accuracy: dict[str, Any]) -> Verdict:
    """Each way of moving digits can cost either network more than half of its accuracy.

    Of every transform (shifts, turns, scales) the amount counts that costs most; the whole
    interval of what is kept lies below one half.
    """
    numbers = {}
    holds = True
    for network in ("lenet5", "mlp"):
        for transform, amounts in moved_accuracy["summary"][network].items():
            worst = min((each["kept"] for each in amounts.values()), key=lambda kept: kept["mean"])
            holds = holds and worst["high"] < 0.5
            numbers[f"{network}_{transform}"] = (worst["mean"], "percent")
    return verdict(holds, **numbers)
