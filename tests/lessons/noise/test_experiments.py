"""What networks answer to noise is counted in full, and confidence compared with truth."""

from math import log

import numpy as np
import pytest

from cnnviz.data.noise import KINDS
from cnnviz.lessons.noise import experiments as noise
from cnnviz.lessons.noise.results import NOISE
from cnnviz.lessons.shared.repeats import summary

CERTAIN = 1 - 1e-12  # in single precision it is 1


def black_and_white():
    """Give two black images and six white ones; half of the labels of either are 1."""
    images = np.zeros((8, 2, 2), dtype=np.uint8)
    images[2:] = 255
    labels = np.array([1, 2, 1, 1, 1, 2, 2, 2], dtype=np.uint8)
    return {
        "train_images": images,
        "train_labels": labels,
        "test_images": images,
        "test_labels": labels,
    }


def sure_of_one(black, white, seed=0):
    """Give the run of an MLP that answers 1: so sure where it is all black, so where white.

    One score against nine zeros has probability p where it is log(9p / (1 − p)).
    """
    score = {p: log(9 * p / (1 - p)) for p in (black, white)}
    weights = {
        "dense1.weight": np.zeros((128, 4), np.float32),
        "dense1.bias": np.zeros(128, np.float32),
        "scores.weight": np.zeros((10, 128), np.float32),
        "scores.bias": np.zeros(10, np.float32),
    }
    weights["dense1.weight"][0] = 0.25  # the first hidden unit is the mean grey value
    weights["scores.bias"][1] = score[black]
    weights["scores.weight"][1, 0] = score[white] - score[black]
    named = {f"weights.{name}": value for name, value in weights.items()}
    return {"network": "mlp", "classes": 10, "seed": seed, "accuracy": 0.0, **named}


def histogram(**counts):
    """Give a histogram of confidences in hundredths, as in `c99=4`."""
    bins = [0] * 100
    for place, count in counts.items():
        bins[int(place.removeprefix("c"))] = count
    return bins


def answered(kind, **counts):
    row = {"network": "mlp", "seed": 0, "kind": kind, "images": sum(counts.values())}
    return row | {"histogram": histogram(**counts)}


@pytest.fixture(scope="module")
def answers():
    runs = [sure_of_one(0.5, 0.75, seed=0), sure_of_one(0.3, 0.95, seed=1)]
    return noise.noise_answers(black_and_white(), runs, images=20)


def test_every_kind_of_noise_that_there_is_is_shown():
    assert NOISE == KINDS


def test_every_run_answers_every_kind_and_the_digits(answers):
    seen = {(row["seed"], row["kind"]) for row in answers["runs"]}

    assert seen == {(seed, kind) for seed in (0, 1) for kind in ("digits", *KINDS)}


def test_answers_and_histogram_count_every_image_once(answers):
    for row in answers["runs"]:
        assert row["images"] == (8 if row["kind"] == "digits" else 20)
        assert sum(row["answers"]) == sum(row["histogram"]) == row["images"]


def test_answers_are_the_digit_that_the_network_sees(answers):
    for row in answers["runs"]:
        assert row["answers"][1] == row["images"]


def test_confidence_and_its_histogram_are_of_the_largest_probability(answers):
    """Two of the digits are black and six white; 0.95 is sure, 0.3 is not."""
    row = next(r for r in answers["runs"] if (r["seed"], r["kind"]) == (1, "digits"))

    assert row["confidence"] == pytest.approx((2 * 0.3 + 6 * 0.95) / 8, abs=1e-6)
    assert row["sure"] == 0.75
    assert (sum(row["histogram"][29:31]), sum(row["histogram"][94:96])) == (2, 6)


def test_a_confidence_of_one_falls_into_the_last_bin():
    rows = noise.noise_answers(black_and_white(), [sure_of_one(0.5, CERTAIN)], images=1)["runs"]

    of_digits = next(row["histogram"] for row in rows if row["kind"] == "digits")
    assert (len(of_digits), of_digits[99]) == (100, 6)


def test_summaries_are_over_the_seeds(answers):
    of_digits = answers["summary"]["mlp"]["digits"]

    assert of_digits["confidence"]["mean"] == pytest.approx((0.6875 + 0.7875) / 2, abs=1e-6)
    assert of_digits["sure"] == summary([0.0, 0.75])
    assert of_digits["favourite"] == {"digit": 1, "share": 1}
    assert of_digits["favourites"] == [1, 1]
    assert of_digits["favoured"]["mean"] == 1


def test_the_calibration_error_is_the_weighed_distance_of_confidence_and_accuracy():
    """By hand: half are right of 2 images at 0.55 and of 6 at 0.85, so 0.05 · 2/8 + 0.35 · 6/8."""
    result = noise.reliability(black_and_white(), [sure_of_one(black=0.55, white=0.85)])

    assert result["summary"]["mlp"]["error"]["mean"] == pytest.approx(0.275, abs=1e-6)


def test_reliability_shows_confidence_and_accuracy_in_each_bin():
    rows = noise.reliability(black_and_white(), [sure_of_one(black=0.55, white=0.85)])["runs"]

    dark, bright = rows
    assert (dark["bin"], bright["bin"]) == (5, 8)
    assert (dark["accuracy"], bright["accuracy"]) == (0.5, 0.5)
    assert (dark["images"], bright["images"]) == (2, 6)
    assert dark["confidence"] == pytest.approx(0.55, abs=1e-6)


def test_reliability_puts_every_test_image_into_one_bin():
    rows = noise.reliability(black_and_white(), [sure_of_one(black=0.55, white=CERTAIN)])["runs"]

    assert {row["bin"]: row["images"] for row in rows} == {5: 2, 9: 6}


def test_a_threshold_passes_what_reaches_it():
    """By hand: 95 of 100 digits reach 0.60 and 10 of 40 noise images reach it too."""
    digits = answered("digits", c30=5, c60=5, c99=90)
    noises = [answered(kind, c10=30, c60=6, c99=4) for kind in KINDS]

    result = noise.noise_threshold({"runs": [digits, *noises]}, kept=0.95)

    compared = result["summary"]["mlp"]
    assert compared["threshold"]["mean"] == 0.60
    assert [compared[kind]["mean"] for kind in KINDS] == [0.25] * 4


def test_the_passing_share_falls_from_all_to_none():
    digits = answered("digits", c30=1, c60=1, c99=2)
    noises = [answered(kind, c10=1) for kind in KINDS]

    rows = noise.noise_threshold({"runs": [digits, *noises]}, kept=0.5)["runs"]

    assert rows[0]["passing"] == [1] * 31 + [0.75] * 30 + [0.5] * 39
    assert rows[1]["passing"] == [1] * 11 + [0] * 89


def test_one_answer_gives_every_probability_for_the_image_shown():
    run = sure_of_one(black=0.5, white=0.75)

    result = noise.noise_answer(black_and_white(), [run], seed=0)

    answer = result["answers"]["mlp"]
    assert result["image"].shape == (2, 2)
    assert sum(answer["probabilities"]) == pytest.approx(1)
    assert answer["digit"] == 1
    assert answer["confidence"] == max(answer["probabilities"])


def test_pictures_are_some_of_each_kind():
    shown = noise.noise_kinds(black_and_white(), seed=0, count=3)

    assert {kind: images.shape for kind, images in shown.items()} == dict.fromkeys(KINDS, (3, 2, 2))
