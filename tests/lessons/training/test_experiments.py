"""What lesson 6 counts and compares, on histories and digits small enough to check by hand."""

from itertools import product

import numpy as np
import pytest
import torch

from cnnviz.data.augmentation import augmented
from cnnviz.lessons.shared import trained
from cnnviz.lessons.shared.digits import tensors
from cnnviz.lessons.training import experiments
from cnnviz.training import seeded


def run(seed, losses, accuracy=0.5):
    """Give a run with these validation losses; training is always 0.1 ahead in accuracy."""
    history = [
        {"loss": 1.0, "accuracy": 0.9, "validation_loss": loss, "validation_accuracy": 0.8}
        for loss in losses
    ]
    return {"seed": seed, "accuracy": accuracy, "history": history}


def test_curves_keep_every_epoch_of_every_run():
    kinds = {kind: [run(seed, [3.0, 1.0, 2.0]) for seed in range(2)] for kind in ("one", "other")}

    result = experiments.learning(**kinds)

    assert len(result["curves"]) == 2 * 2 * 3
    assert {(row["kind"], row["seed"]) for row in result["runs"]} == set(
        product(("one", "other"), range(2))
    )


def test_kinds_of_training_have_their_names():
    runs = [run(0, [1.0])]

    assert experiments.optimisers(runs, runs)["kinds"] == ["adam", "rmsprop"]
    assert experiments.splits(runs, runs, runs)["kinds"] == ["usual", "inverted", "patient"]
    assert experiments.overfitting(runs, runs, runs)["kinds"] == ["plain", "dropout", "augmented"]


def test_the_turn_is_the_epoch_of_the_lowest_validation_loss():
    runs = [run(0, [3.0, 1.0, 2.0]), run(1, [3.0, 2.5, 2.0])]

    learnt = experiments.learning(one=runs)["summary"]["one"]

    assert learnt["turn"]["mean"] == 2.5  # the second epoch, and the third
    assert learnt["lowest"]["mean"] == 1.5
    assert learnt["rise"]["mean"] == 0.5  # 1 and 0
    assert learnt["gap"]["mean"] == pytest.approx(0.1)
    assert learnt["last"]["validation_loss"]["mean"] == 2.0


def test_the_parts_are_those_that_a_training_takes(few_digits):
    counts = experiments.parts(few_digits, kept_out=0.25, batch=16)

    assert (counts["training"], counts["validation"], counts["test"]) == (120, 40, 40)
    assert (counts["steps"], counts["swapped_steps"]) == (8, 3)


def test_the_commonest_confusion_is_the_largest_number_off_the_diagonal():
    counts = np.diag([50, 40, 30])
    counts[2, 0], counts[0, 1] = 7, 3

    mistakes = experiments.mix_ups(counts)

    assert mistakes["commonest"] == {"label": 2, "answer": 0, "count": 7}
    assert (mistakes["mistakes"], mistakes["answers"], mistakes["share"]) == (10, 130, 1.0)
    assert mistakes["hardest"] == {"digit": 2, "share": pytest.approx(7 / 37)}


@pytest.fixture(scope="module")
def digit_runs(few_digits):
    return [trained.run(few_digits, "mlp", seed=seed, epochs=2) for seed in range(2)]


def test_a_confusion_matrix_counts_every_test_image_in_its_row(few_digits, digit_runs):
    counted = experiments.confusions(few_digits, digit_runs)

    assert (counted["counts"].sum(axis=1) == 2 * 4).all()
    right = counted["by_run"].diagonal(axis1=1, axis2=2).sum(axis=1) / 40
    assert right == pytest.approx([run["accuracy"] for run in digit_runs])
    assert counted["mistakes"] == 80 - np.trace(counted["counts"])


def test_the_most_mistaken_are_mistaken_by_most_networks_and_the_surest_come_first(
    few_digits, digit_runs
):
    result = experiments.mistaken_digits(few_digits, digit_runs, count=5)

    order = [(row["runs"], row["confidence"]) for row in result["rows"]]
    assert order == sorted(order, reverse=True)
    images, labels = tensors(few_digits, "test")
    for row, image in zip(result["rows"], result["images"], strict=True):
        assert row["answer"] != row["label"] == labels[row["place"]]
        np.testing.assert_array_equal(image, images[row["place"]])


def test_variations_are_what_augmentation_draws(few_digits):
    how = {"shift": 0.1, "turn": 10, "scale": 0.1}

    result = experiments.augmented_digits(few_digits, how, count=3, seed=1)

    images, labels = tensors(few_digits, "train")
    shown = torch.cat([images[labels == digit][:1] for digit in (2, 4, 7)])
    with seeded(1):
        first = augmented(shown, **how)
    assert result["changed"].shape == (3, 3, 28, 28)
    np.testing.assert_array_equal(result["changed"][:, 0], first[:, 0].numpy())
