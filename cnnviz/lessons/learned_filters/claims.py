"""Claims of lesson 8, each checked against the build's own numbers."""

from typing import Any

from cnnviz.lessons.shared.verdict import verdict
from cnnviz.results import Verdict

DIGITS, PARKING = "lenet5", "chollet_convnet"


def few_plain_edges(kernel_edges: dict[str, Any]) -> Verdict:
    """In no network are half of the first kernels edge detectors in the strict sense."""
    shares = {
        network: each["trained"]["strict"]["mean"]
        for network, each in kernel_edges["summary"].items()
    }
    imagenet = next(network for network in shares if network not in (DIGITS, PARKING))
    return verdict(
        max(shares.values()) < 0.5,
        digits=(shares[DIGITS], "percent"),
        parking=(shares[PARKING], "percent"),
        imagenet=(shares[imagenet], "percent"),
    )


def digit_kernels_become_gabors(kernel_edges: dict[str, Any]) -> Verdict:
    """Gabor patches explain more of the digits' kernels after training: the gain is above zero.

    And more of the kernels exceed what 95 % of random ones reach than would by chance.
    """
    gain = kernel_edges["gain"][DIGITS]
    shares = {state: each["loose"] for state, each in kernel_edges["summary"][DIGITS].items()}
    exceeded = next(iter(kernel_edges["chance"].values()))["exceeded"]
    return verdict(
        gain["low"] > 0 and shares["trained"]["low"] > exceeded,
        before=(shares["untrained"]["mean"], "percent"),
        after=(shares["trained"]["mean"], "percent"),
        gain=(gain["mean"], "points"),
        low=(gain["low"], "points"),
    )


def parking_kernels_stay(kernel_edges: dict[str, Any]) -> Verdict:
    """The parking network's first kernels are, on average, still much like their random start.

    The cosine of before and after is above 0.9.
    """
    stayed = kernel_edges["stayed"][PARKING]["mean"]
    return verdict(
        stayed > 0.9,
        parking=(stayed, "decimal"),
        digits=(kernel_edges["stayed"][DIGITS]["mean"], "decimal"),
    )


def kernels_settle_early(kernels_settle: dict[str, Any]) -> Verdict:
    """After a quarter of the epochs, every run's kernels are 0.9 like what they will be."""
    epochs = sorted({row["epoch"] for row in kernels_settle["runs"]})
    quarter = max(epoch for epoch in epochs if epoch <= kernels_settle["last"] / 4)
    alike = [row["alike"] for row in kernels_settle["runs"] if row["epoch"] == quarter]
    return verdict(
        min(alike) > 0.9,
        start=(kernels_settle["summary"]["0"]["mean"], "decimal"),
        quarter=(kernels_settle["summary"][str(quarter)]["mean"], "decimal"),
        worst=(min(alike), "decimal"),
    )
