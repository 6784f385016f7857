"""The stages of networks, found by depth: on the device "meta" none of them computes."""

import pytest
import torch

from cnnviz.models import network
from cnnviz.models.stages import stages

KNOWN = {
    "vgg16": {1: 3, 2: 8, 4: 15, 8: 22, 16: 29, 32: 30},  # the last ReLU of each block
    "efficientnet_lite0": {2: 1, 4: 2, 8: 3, 16: 5, 32: 8},
}


@pytest.mark.parametrize("name", KNOWN)
def test_is_the_last_of_the_trunk_at_each_size(name):
    with torch.device("meta"):
        built = network(name).eval()

    found = stages(built)

    assert found == {times: f"features.{place}" for times, place in KNOWN[name].items()}


def test_where_there_is_no_trunk_the_blocks_of_the_network_itself_are_its_stages():
    with torch.device("meta"):
        built = network("resnet18").eval()

    assert stages(built) == {
        2: "relu",
        4: "layer1",
        8: "layer2",
        16: "layer3",
        32: "layer4",
    }
