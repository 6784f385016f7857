"""Claims of lesson 6, each checked against the build's own trainings."""

from typing import Any

from cnnviz.lessons.shared.verdict import verdict
from cnnviz.results import Verdict


def five_epochs_read_digits(optimisers: dict[str, Any]) -> Verdict:
    """After the course's five epochs with Adam the CNN reads more than 90 % of the test digits."""
    test = optimisers["summary"]["adam"]["test"]
    return verdict(
        test["mean"] > 0.9,
        mean=(test["mean"], "percent"),
        low=(test["low"], "percent"),
        high=(test["high"], "percent"),
    )


def validation_ahead_at_first(optimisers: dict[str, Any]) -> Verdict:
    """In the first epoch every run does better on validation images than on the training ones."""
    first = [row for row in optimisers["curves"] if row["kind"] == "adam" and row["epoch"] == 1]
    means = optimisers["summary"]["adam"]["first"]
    return verdict(
        all(row["validation_accuracy"] > row["accuracy"] for row in first),
        training=(means["accuracy"]["mean"], "percent"),
        validation=(means["validation_accuracy"]["mean"], "percent"),
    )


def rmsprop_is_off_first(optimisers: dict[str, Any]) -> Verdict:
    """RMSprop's training loss in the first epoch is below Adam's: the intervals do not overlap."""
    adam, rmsprop = (optimisers["summary"][kind]["first"]["loss"] for kind in ("adam", "rmsprop"))
    return verdict(
        rmsprop["high"] < adam["low"],
        adam=(adam["mean"], "decimal"),
        adam_low=(adam["low"], "decimal"),
        rmsprop=(rmsprop["mean"], "decimal"),
        rmsprop_high=(rmsprop["high"], "decimal"),
    )


def five_pairs_make_a_fifth(confusions: dict[str, Any]) -> Verdict:
    """Five of the ninety possible mix-ups make more than a fifth of all mistakes."""
    return verdict(
        confusions["share"] > 0.2,
        share=(confusions["share"], "percent"),
        mistakes=(float(confusions["mistakes"]), "whole"),
        answers=(float(confusions["answers"]), "whole"),
    )


def inverted_split_costs_accuracy(splits: dict[str, Any]) -> Verdict:
    """Trained on the tenth meant for validation, the CNN is worse: the intervals do not overlap."""
    usual, inverted = (splits["summary"][kind]["test"] for kind in ("usual", "inverted"))
    return verdict(
        inverted["high"] < usual["low"],
        usual=(usual["mean"], "percent"),
        usual_low=(usual["low"], "percent"),
        inverted=(inverted["mean"], "percent"),
        inverted_high=(inverted["high"], "percent"),
    )


def patience_recovers_most(splits: dict[str, Any]) -> Verdict:
    """With as many steps, the small split wins back most of what it lost, but not all of it."""
    usual, inverted, patient = (
        splits["summary"][kind]["test"]["mean"] for kind in ("usual", "inverted", "patient")
    )
    return verdict(
        (usual + inverted) / 2 < patient < usual,
        usual=(usual, "percent"),
        inverted=(inverted, "percent"),
        patient=(patient, "percent"),
    )


def wide_mlp_overfits(overfitting: dict[str, Any]) -> Verdict:
    """The MLP knows its images by heart, and its validation loss ends above its lowest point."""
    plain = overfitting["summary"]["plain"]
    return verdict(
        plain["last"]["accuracy"]["low"] > 0.99
        and plain["gap"]["low"] > 0.05
        and plain["rise"]["low"] > 0,
        training=(plain["last"]["accuracy"]["mean"], "percent"),
        validation=(plain["last"]["validation_accuracy"]["mean"], "percent"),
        lowest=(plain["lowest"]["mean"], "decimal"),
        last=(plain["last"]["validation_loss"]["mean"], "decimal"),
    )


def dropout_ends_lower(overfitting: dict[str, Any]) -> Verdict:
    """With dropout the validation loss ends lower, seed by seed, than without."""
    losses = {kind: _ends(overfitting, kind) for kind in ("plain", "dropout")}
    return verdict(
        all(losses["dropout"][seed] < loss for seed, loss in losses["plain"].items()),
        plain=(overfitting["summary"]["plain"]["last"]["validation_loss"]["mean"], "decimal"),
        dropout=(overfitting["summary"]["dropout"]["last"]["validation_loss"]["mean"], "decimal"),
        plain_test=(overfitting["summary"]["plain"]["test"]["mean"], "percent"),
        dropout_test=(overfitting["summary"]["dropout"]["test"]["mean"], "percent"),
    )


def augmentation_reads_better(overfitting: dict[str, Any]) -> Verdict:
    """With augmentation the test accuracy is higher and the gap smaller, intervals apart."""
    plain, augmented = (overfitting["summary"][kind] for kind in ("plain", "augmented"))
    return verdict(
        augmented["test"]["low"] > plain["test"]["high"]
        and augmented["gap"]["high"] < plain["gap"]["low"],
        plain=(plain["test"]["mean"], "percent"),
        augmented=(augmented["test"]["mean"], "percent"),
        plain_gap=(plain["gap"]["mean"], "points"),
        augmented_gap=(augmented["gap"]["mean"], "points"),
    )


def _ends(result: dict[str, Any], kind: str) -> dict[int, float]:
    last = result["summary"][kind]["epochs"]
    return {
        row["seed"]: row["validation_loss"]
        for row in result["curves"]
        if row["kind"] == kind and row["epoch"] == last
    }
