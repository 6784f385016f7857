"""Trainings can be taken up again, and are fixed by their arguments."""

import numpy as np
import pytest

from cnnviz.lessons.shared import trained as training
from cnnviz.lessons.shared.digits import tensors
from cnnviz.methods.pixel_remap import PixelRemap
from cnnviz.training import accuracy


@pytest.fixture(scope="module", params=["mlp", "lenet5"])
def trained(request, few_digits):
    return training.run(few_digits, request.param, seed=3, epochs=2, block=1)


def test_a_trained_network_is_taken_up_again_with_the_same_accuracy(trained, few_digits):
    network = training.trained_network(trained, few_digits)

    assert accuracy(network, *tensors(few_digits, "test")) == trained["accuracy"]


def test_a_network_taken_up_again_is_in_evaluation_mode(trained, few_digits):
    assert not training.trained_network(trained, few_digits).training


def test_a_training_tells_what_it_was(trained):
    told = {name: trained[name] for name in ("seed", "block")}

    assert told == {"seed": 3, "block": 1}
    assert len(trained["history"]) == 2


def test_a_training_is_fixed_by_its_arguments(few_digits):
    first, again = (training.run(few_digits, "mlp", seed=3, epochs=1, block=7) for _ in range(2))

    np.testing.assert_array_equal(first["weights.dense1.weight"], again["weights.dense1.weight"])


def test_a_training_on_blocks_is_tested_on_the_same_blocks(few_digits):
    run = training.run(few_digits, "mlp", seed=3, epochs=2, block=28)

    images, labels = tensors(few_digits, "test")
    moved = PixelRemap.fitting(images, seed=3, block=28)(images)
    network = training.trained_network(run, few_digits)
    assert accuracy(network, moved, labels) == run["accuracy"]
