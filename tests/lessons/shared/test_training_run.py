"""Comparisons of trainings, on data small enough to check by hand."""

import numpy as np

from cnnviz.lessons.shared import trained as training


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
