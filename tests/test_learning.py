"""Comparisons of trainings, on data small enough to check by hand."""

import numpy as np
import pytest

from cnnviz.lessons.shared import trained as training
from cnnviz.lessons.training import learning


def test_a_watched_training_keeps_its_kernels_from_the_first_to_the_last(few_digits):
    run = training.run(few_digits, "lenet5", seed=0, epochs=2, watch=[0, 1, 2])

    through = learning.kernels_through_training(run)

    assert through["epochs"] == [0, 1, 2]
    assert through["kernels"].shape == (3, 8, 1, 5, 5)
    np.testing.assert_array_equal(through["kernels"][2], run["weights.conv1.weight"])
    assert (through["change"] > 0).all()


def test_a_watched_training_can_be_shown_at_a_few_epochs_only(few_digits):
    run = training.run(few_digits, "lenet5", seed=0, epochs=2, watch=[0, 1, 2])

    few = learning.at_epochs(run, [0, 2, 5])

    assert run.keys() - few.keys() == {"kernels.1"}
    assert learning.kernels_through_training(few)["epochs"] == [0, 2]


def test_a_film_tells_how_like_the_last_kernels_each_is(few_digits):
    run = training.run(few_digits, "lenet5", seed=0, epochs=2, watch=[0, 1, 2])

    film = learning.film(run)

    last = run["weights.conv1.weight"].reshape(8, -1)
    first = film["kernels"][0].reshape(8, -1)
    norms = np.linalg.norm(first, axis=1) * np.linalg.norm(last, axis=1)
    cosines = (first * last).sum(axis=1) / norms
    assert film["frames"][0] == {"epoch": 0, "alike": pytest.approx(cosines.mean(), abs=1e-6)}
    assert film["frames"][2] == {"epoch": 2, "alike": pytest.approx(1, abs=1e-6)}
    assert "kernels" not in learning.course(film)


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
