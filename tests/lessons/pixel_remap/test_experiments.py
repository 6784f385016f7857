"""The remap's numbers are what they say."""

import numpy as np
import pytest
import torch
from scipy.stats import pearsonr

from cnnviz.drawing.heat import opened
from cnnviz.lessons.pixel_remap import experiments
from cnnviz.lessons.shared import trained as training
from cnnviz.lessons.shared.digits import tensors
from cnnviz.lessons.shared.repeats import summary
from cnnviz.methods.pixel_remap import PixelRemap
from cnnviz.training import accuracy


def run_of(network, block, seed, accuracy):
    return {"network": network, "block": block, "seed": seed, "accuracy": accuracy, "history": []}


def random_images(count=30, side=6):
    """Give random data, smooth along the rows so that neighbours are alike."""
    noise = np.random.default_rng(0).uniform(size=(count, side, side + 2))
    smooth = noise[..., :-2] + noise[..., 1:-1] + noise[..., 2:]
    return {
        "test_images": (smooth * 80).astype(np.uint8),
        "test_labels": (np.arange(count) % 10).astype(np.uint8),
    }


@pytest.fixture(scope="module", params=["mlp", "lenet5"])
def trained(request, few_digits):
    return training.run(few_digits, request.param, seed=3, epochs=2, block=1)


def test_the_loss_by_remapping_is_taken_seed_by_seed():
    """The runs of either kind come in another order; the seed says which belong together."""
    runs = [
        run_of("mlp", 1, seed=0, accuracy=0.9),
        run_of("mlp", 1, seed=1, accuracy=0.7),
        run_of("mlp", 28, seed=1, accuracy=0.6),
        run_of("mlp", 28, seed=0, accuracy=0.8),
    ]

    compared = experiments.remap_accuracy(runs)["summary"]["mlp"]

    assert compared["loss"]["mean"] == pytest.approx(0.1)
    assert compared["loss"]["std"] == pytest.approx(0)


def test_original_is_the_smallest_block_and_remapped_the_largest():
    accuracies = {1: 0.9, 7: 0.5, 28: 0.8}
    runs = [run_of("mlp", block, 0, value) for block, value in accuracies.items()]

    compared = experiments.remap_accuracy(runs)["summary"]["mlp"]

    assert (compared["original"]["mean"], compared["remapped"]["mean"]) == (0.9, 0.8)


def test_the_raw_runs_are_all_kept():
    runs = [run_of("mlp", block, seed, 0.5) for block in (1, 28) for seed in range(3)]

    for experiment in (experiments.remap_accuracy, experiments.remap_blocks):
        kept = experiment(runs)["runs"]
        assert kept == [{k: v for k, v in run.items() if k != "history"} for run in runs]


def test_blocks_are_summarised_by_network_and_size():
    runs = [
        run_of(network, block, seed, accuracy=block / 100 + seed / 10 + (network == "mlp") / 2)
        for network in ("mlp", "lenet5")
        for block in (1, 7)
        for seed in (0, 1)
    ]

    compared = experiments.remap_blocks(runs)["summary"]

    assert compared["lenet5"] == {"1": summary([0.01, 0.11]), "7": summary([0.07, 0.17])}
    assert compared["mlp"]["7"]["mean"] == pytest.approx(0.62)


@pytest.mark.parametrize("distance", [1, 2, 5])
def test_the_likeness_of_neighbours_is_scipys_correlation(distance):
    data = random_images()
    images, _ = tensors(data, "test")

    rows = experiments.neighbour_correlation(data, repeats=2, farthest=5)["runs"]

    row = next(row for row in rows if (row["distance"], row["seed"]) == (distance, 1))
    moved = PixelRemap.fitting(images, seed=1)(images)
    for name, shown in (("original", images), ("remapped", moved)):
        pairs = shown[..., :-distance].flatten(), shown[..., distance:].flatten()
        assert row[name] == pytest.approx(pearsonr(*pairs).statistic, abs=1e-5)


def test_the_likeness_is_summarised_for_next_neighbours_over_the_repeats():
    result = experiments.neighbour_correlation(random_images(), repeats=3, farthest=2)

    nearest = [row["remapped"] for row in result["runs"] if row["distance"] == 1]
    assert result["summary"]["remapped"] == summary(nearest)
    assert len(result["runs"]) == 2 * 3


def test_pictures_are_put_back_and_only_moved_between(few_digits):
    shown = experiments.remap_images(few_digits, seed=0)

    np.testing.assert_array_equal(shown["restored"], shown["original"])
    for original, remapped in zip(shown["original"], shown["remapped"], strict=True):
        assert not np.array_equal(original, remapped)
        np.testing.assert_array_equal(np.sort(original, axis=None), np.sort(remapped, axis=None))


def test_after_training_only_the_test_images_are_remapped(trained, few_digits):
    result = experiments.remap_after_training(few_digits, [trained])

    images, labels = tensors(few_digits, "test")
    moved = PixelRemap.fitting(images, seed=3)(images)
    expected = accuracy(training.trained_network(trained, few_digits), moved, labels)
    (row,) = result["runs"]
    assert (row["before"], row["after"]) == (trained["accuracy"], expected)
    assert result["summary"][trained["network"]]["after"] == summary([expected])


def test_an_mlp_whose_first_weights_move_too_answers_alike(few_digits):
    run = training.run(few_digits, "mlp", seed=3, epochs=1, block=1)

    result = experiments.permuted_weights(few_digits, run)

    assert result["alike"] == 1
    assert result["difference"] < 1e-4


def test_the_letters_go_where_the_source_says():
    """With seed 232 the grid is the source's: A00 goes to A13, and A12 to A32."""
    grid = experiments.remap_letters(side=4, seed=232)

    assert (grid["goes"]["A00"], grid["goes"]["A12"]) == ("A13", "A32")


def test_each_letter_is_found_where_it_goes():
    grid = experiments.remap_letters(side=3, seed=0)

    for name, place in grid["goes"].items():
        assert grid["after"][grid["before"].index(place)] == name


def test_pictures_that_shuffled_pixels_need_are_kept_to_the_pixel():
    image = torch.rand(3, 64, 64).mul(255).round() / 255

    shown = opened(experiments._exact(image))

    assert np.abs(shown - image.permute(1, 2, 0).numpy()).max() < 1e-6
