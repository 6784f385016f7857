import pytest
import torch
from torch import nn
from torch.nn.functional import relu_

from cnnviz.in_place import in_place
from cnnviz.models import network as built


class Branching(nn.Module):
    """Reads a convolution twice: before and after its rectifier."""

    def __init__(self):
        super().__init__()
        self.conv, self.relu = nn.Conv2d(1, 2, 3), nn.ReLU()

    def forward(self, images):
        maps = self.conv(images)
        return (maps - self.relu(maps)).mean(dim=(2, 3))


class Undecided(nn.Module):
    """Goes a way that depends on the numbers, so no graph can be drawn."""

    def forward(self, images):
        return images.relu() if images.sum() > 0 else images


def rectifiers_in_place(network):
    return sum(node.target is relu_ for node in network.graph.nodes)


@pytest.mark.parametrize(
    ("name", "size"),
    [("chollet_convnet", 150), ("lenet5", 32), ("mobilenet_v3_small", 64), ("resnet18", 64)],
)
def test_scores_are_the_same_to_the_bit(name, size):
    torch.manual_seed(0)
    network, images = built(name).eval(), torch.randn(2, 3, size, size)

    with torch.no_grad():
        assert torch.equal(in_place(network)(images), network(images))


def test_every_rectifier_of_a_plain_chain_writes_in_place():
    network = built("chollet_convnet").eval()

    assert rectifiers_in_place(in_place(network)) == 5


def test_what_two_layers_read_is_not_overwritten():
    network = Branching().eval()
    images = torch.randn(2, 1, 6, 6)

    with torch.no_grad():
        assert rectifiers_in_place(in_place(network)) == 0
        assert torch.equal(in_place(network)(images), network(images))


def test_the_input_is_not_overwritten():
    network = nn.Sequential(nn.ReLU(), nn.Flatten(), nn.Linear(4, 2)).eval()
    images = torch.randn(1, 1, 2, 2)
    before = images.clone()

    with torch.no_grad():
        in_place(network)(images)

    assert torch.equal(images, before)


def test_a_network_without_a_graph_is_given_back():
    network = Undecided().eval()

    assert in_place(network) is network


def test_a_network_with_hooks_is_given_back():
    """A hook may keep what a rectifier would overwrite."""
    network = built("lenet5").eval()
    network.conv1.register_forward_hook(lambda *_: None)

    assert in_place(network) is network


def test_the_network_itself_keeps_its_rectifiers():
    network = built("lenet5").eval()
    before = [type(module) for module in network.modules()]

    in_place(network)

    assert [type(module) for module in network.modules()] == before
    assert not any(getattr(module, "inplace", False) for module in network.modules())
