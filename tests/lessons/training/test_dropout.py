"""The network with dropout: silent units in training, none in evaluation."""

import numpy as np
import pytest
import torch

from cnnviz.lessons.shared import trained
from cnnviz.models import network


def test_dropout_silences_half_of_the_hidden_units_in_training_and_none_in_evaluation():
    torch.manual_seed(0)
    module, images = network("mlp_dropout"), torch.rand(50, 1, 28, 28)

    hidden = module[:3](images)  # up to the ReLU
    silenced = module.dropout(hidden)

    alive = hidden > 0
    assert ((silenced == 0) & alive).sum() / alive.sum() == pytest.approx(0.5, abs=0.02)
    torch.testing.assert_close(module.eval().dropout(hidden), hidden)


def test_dropout_has_no_parameters_of_its_own():
    plain, silencing = network("mlp_wide"), network("mlp_dropout")

    assert {k: v.shape for k, v in plain.state_dict().items()} == {
        k: v.shape for k, v in silencing.state_dict().items()
    }


def test_a_network_with_dropout_is_built_again_from_its_run(few_digits):
    made = trained.run(few_digits, "mlp_dropout", seed=0, epochs=1)

    again = trained.trained_network(made, few_digits)

    assert not again.training
    np.testing.assert_array_equal(again.dense1.weight.detach(), made["weights.dense1.weight"])
