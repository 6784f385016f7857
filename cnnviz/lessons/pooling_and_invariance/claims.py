"""Claims of lesson 3 about pooling and equivariance."""

from operator import itemgetter

from cnnviz.lessons.pooling_and_invariance.results import Changes, Discards, Equivariance, Kept
from cnnviz.lessons.shared.results import MovedAccuracies
from cnnviz.lessons.shared.verdict import ahead, verdict
from cnnviz.results import Verdict, where

EXACT = 1e-6  # of the largest value: a few times float32's precision


def pooling_discards_three_quarters(pooling_discards: Discards) -> Verdict:
    """Each 2×2 pooling keeps one value in four, and has nothing to learn."""
    layers = pooling_discards["layers"]
    discarded = {f"discarded_{name}": row["discarded"] for name, row in layers.items()}
    learns = any(row["parameters"] for row in layers.values())
    return verdict(set(discarded.values()) == {0.75} and not learns, "percent", **discarded)


def convolution_follows_shifts(equivariance: Equivariance) -> Verdict:
    """The map of a shifted digit is the shifted map, to float precision, for every whole step."""
    rows = where(equivariance["runs"], whole=True)
    worst = {
        layer: max(row["largest"] for row in where(rows, layer=layer))
        for layer in equivariance["steps"]
    }
    return verdict(max(worst.values()) <= EXACT, "scientific", **worst)


def pooling_softens_small_shifts(pooling_local: Changes) -> Verdict:
    """Shifted by 1 px, max-pooled maps change less than the maps themselves, run by run."""
    none, pooled = (
        {row["seed"]: row["change"] for row in where(pooling_local["runs"], kind=kind, shift=1)}
        for kind in ("none", "max")
    )
    means = {kind: pooling_local["summary"][kind]["1"]["mean"] for kind in ("none", "max")}
    return verdict(all(pooled[seed] < none[seed] for seed in none), "percent", **means)


def pooling_keeps_more_when_shifted(pooling_kept: Kept) -> Verdict:
    """Shifted by 4 px to either side, the network with pooling keeps more of its accuracy.

    The intervals do not overlap. The numbers are of the side where the two are closest.
    """
    pooled, strided = (
        [pooling_kept["summary"][network][side]["kept"] for side in ("-4", "4")]
        for network in ("lenet5", "lenet5_strided")
    )
    return ahead("percent", pooled=pooled, strided=strided)


def not_invariant(moved_accuracy: MovedAccuracies) -> Verdict:
    """Each way of moving digits can cost either network more than half of its accuracy.

    Of every transform (shifts, turns, scales) the amount counts that costs most; the whole
    interval of what is kept lies below one half.
    """
    worst, holds = {}, True
    for network in ("lenet5", "mlp"):
        for way, amounts in moved_accuracy["summary"][network].items():
            kept = min((each["kept"] for each in amounts.values()), key=itemgetter("mean"))
            worst[f"{network}_{way}"] = kept["mean"]
            holds &= kept["high"] < 0.5
    return verdict(holds, "percent", **worst)
