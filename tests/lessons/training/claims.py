"""Cases for the claims of lesson 6."""

from tests.lessons.repeats import repeats


def tests(**kinds):
    """Give the test accuracy of kinds of training."""
    return {"summary": {kind: {"test": repeats(*mean)} for kind, mean in kinds.items()}}


def first_epoch(*pairs):
    """Give accuracies of the first epoch, (training, validation) run by run."""
    curves = [
        {"kind": "adam", "epoch": 1, "accuracy": own, "validation_accuracy": other}
        for own, other in pairs
    ]
    first = {"accuracy": repeats(0.5), "validation_accuracy": repeats(0.8)}
    return {"curves": curves, "summary": {"adam": {"first": first}}}


def first_loss(adam, rmsprop):
    losses = {"adam": adam, "rmsprop": rmsprop}
    return {"summary": {kind: {"first": {"loss": repeats(*loss)}} for kind, loss in losses.items()}}


def learnt(training=1.0, gap=0.13, rise=0.08):
    plain = {
        "last": {
            "accuracy": repeats(training, 0.001),
            "validation_accuracy": repeats(0.87),
            "validation_loss": repeats(0.54),
        },
        "lowest": repeats(0.46),
        "gap": repeats(gap),
        "rise": repeats(rise),
    }
    return {"summary": {"plain": plain}}


def ends(plain, dropout):
    """Give validation losses after two epochs, seed by seed; before, dropout was behind."""
    kinds = {"plain": plain, "dropout": dropout}
    curves = [
        {"kind": kind, "seed": seed, "epoch": epoch, "validation_loss": loss}
        for kind, losses in kinds.items()
        for seed, last in enumerate(losses)
        for epoch, loss in ((1, 9.0 if kind == "dropout" else 1.0), (2, last))
    ]
    row = {"epochs": 2, "last": {"validation_loss": repeats(0.5)}, "test": repeats(0.86)}
    return {"curves": curves, "summary": dict.fromkeys(kinds, row)}


def augmented(test, gap):
    return {
        "summary": {
            "plain": {"test": repeats(0.86), "gap": repeats(0.13)},
            "augmented": {"test": repeats(*test), "gap": repeats(*gap)},
        }
    }


# For each claim a result that it is true of, and results that it is not true of.
CASES = {
    "five_epochs_read_digits": (tests(adam=(0.93,)), [tests(adam=(0.9,)), tests(adam=(0.5,))]),
    "validation_ahead_at_first": (
        first_epoch((0.5, 0.8), (0.6, 0.7)),
        [first_epoch((0.5, 0.8), (0.6, 0.6)), first_epoch((0.9, 0.8))],
    ),
    "rmsprop_is_off_first": (
        first_loss(adam=(1.5,), rmsprop=(1.0,)),
        [
            first_loss(adam=(1.0,), rmsprop=(1.5,)),
            first_loss(adam=(1.5, 0.4), rmsprop=(1.0, 0.4)),  # lower on average, but they overlap
        ],
    ),
    "five_pairs_make_a_fifth": (
        {"share": 0.28, "mistakes": 187, "answers": 5000},
        [{"share": 5 / 90, "mistakes": 90, "answers": 5000}],
    ),
    "inverted_split_costs_accuracy": (
        tests(usual=(0.94,), inverted=(0.56,)),
        [
            tests(usual=(0.56,), inverted=(0.94,)),
            tests(usual=(0.94, 0.3), inverted=(0.56, 0.3)),
        ],
    ),
    "patience_recovers_most": (
        tests(usual=(0.94,), inverted=(0.56,), patient=(0.9,)),
        [
            tests(usual=(0.94,), inverted=(0.56,), patient=(0.7,)),
            tests(usual=(0.94,), inverted=(0.56,), patient=(0.95,)),
        ],
    ),
    "wide_mlp_overfits": (learnt(), [learnt(training=0.9), learnt(gap=0.05), learnt(rise=0.0)]),
    "dropout_ends_lower": (
        ends(plain=(0.54, 0.55), dropout=(0.5, 0.51)),
        [ends(plain=(0.54, 0.55), dropout=(0.5, 0.56))],
    ),
    "augmentation_reads_better": (
        augmented(test=(0.91,), gap=(0.02,)),
        [
            augmented(test=(0.86,), gap=(0.02,)),
            augmented(test=(0.91,), gap=(0.13,)),
            augmented(test=(0.91, 0.1), gap=(0.02,)),
        ],
    ),
}
