"""What is in the layers: how sparse they are, and how much of a picture is left in them."""

import numpy as np
import pytest

from cnnviz.lessons.intermediate_activations import reconstruction, sparsity
from cnnviz.lessons.shared import trained as training
from cnnviz.lessons.shared.digits import tensors
from cnnviz.lessons.shared.repeats import summary
from cnnviz.methods.sparsity import sparsity as measured_sparsity
from cnnviz.pipeline.outcome import decoded, encoded

LAYERS = {"lenet5": ["relu1", "pool2", "scores"], "mlp": ["relu1"]}


@pytest.fixture(scope="module")
def sparse(few_digits, few_runs):
    return sparsity.by_layer(few_digits, few_runs)


@pytest.fixture(scope="module")
def drawn(few_digits, few_runs):
    return reconstruction.by_layer(few_digits, few_runs, images=60, layers=LAYERS)


def interval(mean, half=0.01):
    return {"n": 5, "mean": mean, "std": half, "low": mean - half, "high": mean + half}


def test_sparsity_is_that_of_the_test_images(few_digits, few_runs, sparse):
    found = measured_sparsity(
        training.trained_network(few_runs[0], few_digits), tensors(few_digits, "test")[0]
    )

    rows = [row for row in sparse["runs"] if (row["network"], row["seed"]) == ("lenet5", 0)]
    assert [(row["layer"], row["zeros"]) for row in rows] == [
        (layer, shares.zeros) for layer, shares in found.items()
    ]
    assert [row["kind"] for row in rows[:2]] == ["activation", "pooling"]


def test_sparsity_is_summarised_by_layer_over_the_runs(sparse):
    of_layer = [row["silent"] for row in sparse["runs"] if row["layer"] == "relu4"]

    assert len(of_layer) == 2
    assert sparse["summary"]["lenet5"]["relu4"]["silent"] == summary(of_layer)
    assert sparse["layers"]["mlp"] == ["relu1"]


def test_every_layer_of_every_run_is_drawn_and_the_pixels_too(drawn):
    places = [(row["network"], row["seed"], row["layer"]) for row in drawn["runs"]]

    assert places == [
        (network, seed, layer)
        for network in LAYERS
        for seed in (0, 1)
        for layer in ["input", *LAYERS[network]]
    ]
    assert [row["values"] for row in drawn["runs"][:4]] == [784, 6272, 400, 10]


def test_deeper_layers_keep_less_of_the_picture(drawn):
    """It can be otherwise between two neighbours; from relu1 to pool2 to ten scores it is plain."""
    for seed in (0, 1):
        mine = [row for row in drawn["runs"] if row["network"] == "lenet5" and row["seed"] == seed]
        r2 = [row["r2"] for row in mine]
        assert r2 == sorted(r2, reverse=True)


def test_drawings_are_shown_beside_the_first_image_of_each_digit(few_digits, drawn):
    images, labels = tensors(few_digits, "test")
    first = [int((labels == digit).nonzero()[0]) for digit in range(10)]

    np.testing.assert_allclose(drawn["originals"], images[first, 0], atol=5e-4)  # shown so exactly
    assert drawn["lenet5.pool2"].shape == (10, 28, 28)
    error = np.square(drawn["lenet5.relu1"] - drawn["originals"]).mean()
    assert error < np.square(drawn["lenet5.scores"] - drawn["originals"]).mean()


def test_few_training_images_have_all_digits_alike(few_digits):
    known, _, _ = reconstruction._images(few_digits, 20)

    images, labels = tensors(few_digits, "train")
    found = [int(labels[(images == one).flatten(1).all(dim=1)][0]) for one in known]
    assert sorted(found) == sorted(list(range(10)) * 2)


def test_the_first_layer_keeps_the_picture_only_if_it_does_in_every_run(drawn):
    claim = reconstruction.first_layer_keeps_picture

    def result(pixels, *first):
        rows = [{"network": "lenet5", "layer": "relu1", "r2": r2} for r2 in first]
        shares = {"input": pixels, "relu1": first[0], "scores": 0.3}
        return {
            "layers": {"lenet5": ["input", "relu1", "scores"]},
            "runs": rows,
            "summary": {"lenet5": {name: {"r2": interval(r2)} for name, r2 in shares.items()}},
        }

    assert claim(result(0.99, 0.98, 0.975))["holds"]
    assert not claim(result(0.99, 0.98, 0.96))["holds"]  # 3 points below the pixels, in one run
    assert not claim(result(0.89, 0.89))["holds"]  # as good as the pixels, but little of it
    assert claim(drawn)["numbers"]["pixels"]["value"] == drawn["runs"][0]["r2"]


def test_its_results_can_be_stored_and_read_again(sparse, drawn):
    for result in (sparse, drawn):
        again = decoded(*encoded(result))
        assert list(again) == list(result)
        np.testing.assert_equal(again, result)
