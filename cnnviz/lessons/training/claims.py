"""Claims of lesson 6, each checked against the build's own trainings."""

from cnnviz.lessons.shared.verdict import verdict
from cnnviz.lessons.training.results import Confusions, Learning
from cnnviz.results import Summary, Verdict, where


def five_epochs_read_digits(optimisers: Learning) -> Verdict:
    """After the course's five epochs with Adam the CNN reads more than 90 % of the test digits."""
    test = optimisers["summary"]["adam"]["test"]
    mean, low, high = test["mean"], test["low"], test["high"]
    return verdict(mean > 0.9, "percent", mean=mean, low=low, high=high)


def validation_ahead_at_first(optimisers: Learning) -> Verdict:
    """In the first epoch every run does better on validation images than on the training ones."""
    rows = where(optimisers["curves"], kind="adam", epoch=1)
    means = optimisers["summary"]["adam"]["first"]
    return verdict(
        all(row["validation_accuracy"] > row["accuracy"] for row in rows),
        "percent",
        training=means["accuracy"]["mean"],
        validation=means["validation_accuracy"]["mean"],
    )


def rmsprop_is_off_first(optimisers: Learning) -> Verdict:
    """RMSprop's training loss in the first epoch is below Adam's: the intervals do not overlap."""
    first = {kind: optimisers["summary"][kind]["first"]["loss"] for kind in ("adam", "rmsprop")}
    return _apart(first, "decimal")


def five_pairs_make_a_fifth(confusions: Confusions) -> Verdict:
    """Five of the ninety possible mix-ups make more than a fifth of all mistakes."""
    share = confusions["share"]
    mistakes, answers = float(confusions["mistakes"]), float(confusions["answers"])
    return verdict(
        share > 0.2, "whole", share=(share, "percent"), mistakes=mistakes, answers=answers
    )


def inverted_split_costs_accuracy(splits: Learning) -> Verdict:
    """Trained on the tenth meant for validation, the CNN is worse: the intervals do not overlap."""
    tests = {kind: splits["summary"][kind]["test"] for kind in ("usual", "inverted")}
    return _apart(tests, "percent")


def patience_recovers_most(splits: Learning) -> Verdict:
    """With as many steps, the small split wins back most of what it lost, but not all of it."""
    usual, inverted, patient = (
        splits["summary"][kind]["test"]["mean"] for kind in ("usual", "inverted", "patient")
    )
    holds = (usual + inverted) / 2 < patient < usual
    return verdict(holds, "percent", usual=usual, inverted=inverted, patient=patient)


def wide_mlp_overfits(overfitting: Learning) -> Verdict:
    """The MLP knows its images by heart, and its validation loss ends above its lowest point."""
    plain = overfitting["summary"]["plain"]
    last = plain["last"]
    by_heart = last["accuracy"]["low"] > 0.99 and plain["gap"]["low"] > 0.05
    return verdict(
        by_heart and plain["rise"]["low"] > 0,
        training=(last["accuracy"]["mean"], "percent"),
        validation=(last["validation_accuracy"]["mean"], "percent"),
        lowest=(plain["lowest"]["mean"], "decimal"),
        last=(last["validation_loss"]["mean"], "decimal"),
    )


def dropout_ends_lower(overfitting: Learning) -> Verdict:
    """With dropout the validation loss ends lower, seed by seed, than without."""
    plain, dropout = (overfitting["summary"][kind] for kind in ("plain", "dropout"))
    last = where(overfitting["curves"], epoch=plain["epochs"])
    losses = {(row["kind"], row["seed"]): row["validation_loss"] for row in last}
    return verdict(
        all(losses["dropout", row["seed"]] < losses["plain", row["seed"]] for row in last),
        plain=(plain["last"]["validation_loss"]["mean"], "decimal"),
        dropout=(dropout["last"]["validation_loss"]["mean"], "decimal"),
        plain_test=(plain["test"]["mean"], "percent"),
        dropout_test=(dropout["test"]["mean"], "percent"),
    )


def augmentation_reads_better(overfitting: Learning) -> Verdict:
    """With augmentation the test accuracy is higher and the gap smaller, intervals apart."""
    plain, augmented = (overfitting["summary"][kind] for kind in ("plain", "augmented"))
    smaller = augmented["gap"]["high"] < plain["gap"]["low"]
    return verdict(
        augmented["test"]["low"] > plain["test"]["high"] and smaller,
        plain=(plain["test"]["mean"], "percent"),
        augmented=(augmented["test"]["mean"], "percent"),
        plain_gap=(plain["gap"]["mean"], "points"),
        augmented_gap=(augmented["gap"]["mean"], "points"),
    )


def _apart(summaries: dict[str, Summary], unit: str) -> Verdict:
    """Check that of two kinds the second has the lower interval, and that they are apart."""
    (upper, above), (lower, below) = summaries.items()
    numbers = {upper: above["mean"], f"{upper}_low": above["low"]}
    numbers |= {lower: below["mean"], f"{lower}_high": below["high"]}
    return verdict(below["high"] < above["low"], unit, **numbers)
