"""Claims about learned filters, each checked against the build's own numbers."""

from cnnviz.lessons.learned_filters import results
from cnnviz.lessons.shared.verdict import verdict
from cnnviz.results import Verdict, where

DIGITS, PARKING = "lenet5", "chollet_convnet"


def few_plain_edges(kernel_edges: results.Edges) -> Verdict:
    """In no network are half of the first kernels edge detectors in the strict sense."""
    states = kernel_edges["summary"].items()
    shares = {network: each["trained"]["strict"]["mean"] for network, each in states}
    most, digits, parking = max(shares.values()), shares.pop(DIGITS), shares.pop(PARKING)
    (imagenet,) = shares.values()
    return verdict(most < 0.5, "percent", digits=digits, parking=parking, imagenet=imagenet)


def digit_kernels_become_gabors(kernel_edges: results.Edges) -> Verdict:
    """Gabor patches explain more of the digits' kernels after training: the gain is above zero.

    And more of the kernels exceed what 95 % of random ones reach than would by chance.
    """
    gain, states = kernel_edges["gain"][DIGITS], kernel_edges["summary"][DIGITS]
    before, after = (states[state]["loose"] for state in ("untrained", "trained"))
    exceeded = next(iter(kernel_edges["chance"].values()))["exceeded"]
    return verdict(
        gain["low"] > 0 and after["low"] > exceeded,
        "points",
        before=(before["mean"], "percent"),
        after=(after["mean"], "percent"),
        gain=gain["mean"],
        low=gain["low"],
    )


def parking_kernels_stay(kernel_edges: results.Edges) -> Verdict:
    """The parking network's first kernels are, on average, still much like their random start.

    The cosine of before and after is above 0.9.
    """
    parking, digits = (kernel_edges["stayed"][network]["mean"] for network in (PARKING, DIGITS))
    return verdict(parking > 0.9, "decimal", parking=parking, digits=digits)


def kernels_settle_early(kernels_settle: results.Settling) -> Verdict:
    """After a quarter of the epochs, every run's kernels are 0.9 like what they will be."""
    rows, means = kernels_settle["runs"], kernels_settle["summary"]
    early = max(row["epoch"] for row in rows if row["epoch"] <= kernels_settle["last"] / 4)
    worst = min(row["alike"] for row in where(rows, epoch=early))
    start, quarter = means["0"]["mean"], means[str(early)]["mean"]
    return verdict(worst > 0.9, "decimal", start=start, quarter=quarter, worst=worst)
