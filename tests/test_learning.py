"""Comparisons of trainings, and the shortcut, on data small enough to check by hand."""

import numpy as np
import pytest

from cnnviz.lessons.class_activation import shortcut
from cnnviz.lessons.shared import trained as training
from cnnviz.lessons.shared.digits import tensors
from cnnviz.lessons.training import learning


def two_classes(count=160, side=16):
    """Give noise in three channels, brighter on the left for class 0, on the right for class 1."""
    generator = np.random.default_rng(0)
    labels = (np.arange(count) % 2).astype(np.uint8)
    images = generator.integers(60, 150, (count, 3, side, side))
    images[labels == 0, :, :, : side // 2] += 20
    images[labels == 1, :, :, side // 2 :] += 20
    half = count // 2
    return {
        "train_images": images[:half].astype(np.uint8),
        "train_labels": labels[:half],
        "test_images": images[half:].astype(np.uint8),
        "test_labels": labels[half:],
    }


def run_like(kind="adam", seed=0, accuracy=0.5, history=(), swapped=False):
    return {
        "network": "mlp",
        "seed": seed,
        "accuracy": accuracy,
        "augmented": False,
        "recipe": {"optimiser": kind, "swapped": swapped},
        "history": list(history),
    }


def test_trainings_are_compared_by_one_aspect_with_every_run_kept():
    runs = [
        run_like("adam", 0, 0.5, [{"loss": 2.0}, {"loss": 1.0}]),
        run_like("adam", 1, 0.7),
        run_like("rmsprop", 0, 0.4),
    ]

    compared = learning.compared(runs, by="optimiser")

    assert compared["curves"] == [
        {"kind": "adam", "seed": 0, "epoch": 1, "loss": 2.0},
        {"kind": "adam", "seed": 0, "epoch": 2, "loss": 1.0},
    ]
    assert [row["accuracy"] for row in compared["runs"]] == [0.5, 0.7, 0.4]
    assert compared["summary"]["adam"]["mean"] == pytest.approx(0.6)
    assert compared["summary"]["rmsprop"]["n"] == 1


def test_an_aspect_that_does_not_exist_is_answered_with_the_near_miss():
    with pytest.raises(KeyError, match="Did you mean 'optimiser'"):
        learning.compared([], by="optimizer")


@pytest.fixture(scope="module")
def digit_runs(few_digits):
    return [training.run(few_digits, "mlp", seed=seed, epochs=2) for seed in range(2)]


def test_a_confusion_matrix_counts_every_test_image_in_its_row(few_digits, digit_runs):
    counted = learning.confusion(few_digits, digit_runs)

    assert (counted["counts"].sum(axis=1) == 2 * 4).all()
    right = counted["by_run"].diagonal(axis1=1, axis2=2).sum(axis=1) / 40
    assert right == pytest.approx([run["accuracy"] for run in digit_runs])


def test_the_most_mistaken_are_mistaken_by_most_networks_and_the_surest_come_first(
    few_digits, digit_runs
):
    found = learning.mistaken(few_digits, digit_runs, count=5)

    order = [(row["runs"], row["confidence"]) for row in found["rows"]]
    assert order == sorted(order, reverse=True)
    images, labels = tensors(few_digits, "test")
    for row, image in zip(found["rows"], found["images"], strict=True):
        assert row["answer"] != row["label"] == labels[row["place"]]
        np.testing.assert_array_equal(image, images[row["place"]])


def test_watching_changes_nothing(few_digits):
    watched = training.run(few_digits, "lenet5", seed=0, epochs=1, watch=[0, 1])
    plain = training.run(few_digits, "lenet5", seed=0, epochs=1)

    np.testing.assert_array_equal(watched["weights.scores.weight"], plain["weights.scores.weight"])


def test_a_swapped_split_trains_on_the_fewer_images(few_digits):
    turned = {
        f"{other}_{what}": few_digits[f"{part}_{what}"]
        for part, other in (("train", "test"), ("test", "train"))
        for what in ("images", "labels")
    }

    swapped = training.run(few_digits, "mlp", seed=0, epochs=1, swapped=True)

    expected = training.run(turned, "mlp", seed=0, epochs=1)
    assert swapped["accuracy"] == expected["accuracy"]
    np.testing.assert_array_equal(
        swapped["weights.scores.weight"], expected["weights.scores.weight"]
    )


def test_images_kept_for_validation_are_not_trained_on(few_digits):
    run = training.run(few_digits, "mlp", seed=0, epochs=1, validation=0.25)

    fewer = {**few_digits}
    for what in ("images", "labels"):
        fewer[f"train_{what}"] = few_digits[f"train_{what}"][:120]
    expected = training.run(fewer, "mlp", seed=0, epochs=1)
    np.testing.assert_array_equal(run["weights.scores.weight"], expected["weights.scores.weight"])
    assert set(run["history"][0]) > {"validation_loss", "validation_accuracy"}


def test_a_network_taught_with_a_mark_falls_for_it_and_one_without_does_not():
    data = two_classes()
    runs = [
        training.run(data, "mlp", seed=0, epochs=12, batch=16, mark=planted)
        for planted in ({"share": 1.0, "side": 5}, None)
    ]

    found = shortcut.tested(data, runs, side=5)["summary"]

    assert found["marked"]["agreeing"]["mean"] > 0.95
    assert found["marked"]["misleading"]["mean"] < 0.5
    assert found["clean"]["none"]["mean"] > 0.8
