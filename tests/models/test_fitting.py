"""A network is fitted to images and classes, or says why it cannot be."""

import pytest
import torch

from cnnviz.models import fitted, network


def test_fitting_draws_no_more_randomness_than_building():
    """Else the seed of a training would mean another network than it did."""
    torch.manual_seed(0)
    built = network("lenet5", channels=1, size=28)
    after = torch.rand(1)

    torch.manual_seed(0)
    same = fitted("lenet5", torch.ones(5, 1, 28, 28), classes=10)

    torch.testing.assert_close(same.state_dict(), built.state_dict())
    assert torch.rand(1) == after


def test_a_fitted_network_is_ready_to_be_trained():
    module = fitted("resnet18", torch.rand(1, 3, 32, 32), classes=2)

    assert all(part.training for part in module.modules())
    assert module.get_submodule("bn1").running_mean.eq(0).all()


def test_fitting_refuses_images_that_the_network_cannot_take():
    with pytest.raises(ValueError, match="simple_cnn does not take images of 3×64×64"):
        fitted("simple_cnn", torch.rand(1, 3, 64, 64), classes=10)


def test_fitting_refuses_classes_that_the_network_cannot_tell():
    with pytest.raises(ValueError, match="simple_cnn gives 10 scores, but there are 2 classes"):
        fitted("simple_cnn", torch.rand(1, 1, 28, 28), classes=2)
