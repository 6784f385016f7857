"""A training that keeps its first kernels tells the way that they went."""

import numpy as np
import pytest

from cnnviz.lessons.shared.kernels import at_epochs, filters_through_training
from cnnviz.lessons.shared.trained import run


@pytest.fixture(scope="module")
def watched(few_digits):
    return run(few_digits, "lenet5", seed=0, epochs=2, watch=[0, 1, 2])


def test_kernels_are_kept_from_the_first_to_the_last(watched):
    through = filters_through_training(watched)

    assert through["epochs"] == [0, 1, 2]
    assert through["kernels"].shape == (3, 8, 1, 5, 5)
    np.testing.assert_array_equal(through["kernels"][2], watched["weights.conv1.weight"])
    assert (through["change"] > 0).all()


def test_epochs_come_in_their_order_however_the_run_lists_them():
    kernels = np.ones((1, 1, 2, 2))

    through = filters_through_training({"seed": 0, "kernels.10": 3 * kernels, "kernels.9": kernels})

    assert through["epochs"] == [9, 10]
    assert through["change"].tolist() == [[2.0]]


def test_kernels_can_be_shown_at_a_few_epochs_only(watched):
    few = at_epochs(watched, [0, 2, 5])

    assert watched.keys() - few.keys() == {"kernels.1"}
    assert filters_through_training(few)["epochs"] == [0, 2]
