"""What a network answers: probabilities, and the share that is right."""

import pytest
import torch
from torch import nn

from cnnviz.models.networks.lenet5 import lenet5
from cnnviz.training import accuracy, probabilities
from tests.test_training import separable, small


def test_probabilities_sum_to_one():
    images, _ = separable()

    given = probabilities(small().eval(), images)

    assert given.shape == (60, 2)
    torch.testing.assert_close(given.sum(dim=1), torch.ones(60))


def test_probabilities_refuse_a_network_in_training_mode():
    images, _ = separable()

    with pytest.raises(ValueError, match=r"network\.eval\(\)"):
        probabilities(small().train(), images)


def test_probabilities_of_a_batch_are_those_of_its_images_one_by_one():
    torch.manual_seed(0)
    network, images = lenet5(channels=1, size=28).eval(), torch.rand(5, 1, 28, 28)

    together = probabilities(network, images)

    alone = torch.cat([probabilities(network, image[None]) for image in images])
    torch.testing.assert_close(together, alone)


def test_probabilities_of_more_than_a_batch_keep_their_order():
    network, (images, _) = small().eval(), separable(2_003)

    with torch.no_grad():
        torch.testing.assert_close(probabilities(network, images), network(images).softmax(1))


def test_accuracy_is_the_share_of_right_answers():
    """A network that always sees class 1, shown three of class 1 and one of class 0."""
    network = nn.Sequential(nn.Flatten(), nn.Linear(4, 2)).eval()
    network.load_state_dict({"1.weight": torch.zeros(2, 4), "1.bias": torch.tensor([0.0, 1.0])})

    assert accuracy(network, torch.rand(4, 1, 2, 2), torch.tensor([1, 1, 0, 1])) == 0.75
