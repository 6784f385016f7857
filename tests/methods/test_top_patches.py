"""Top patches are the strongest places of all images."""

import pytest
import torch
from torch import nn
from torch.nn import functional

from cnnviz.choice import UnknownName
from cnnviz.methods import top_patches as module
from cnnviz.methods.top_patches import top_patches
from cnnviz.recording import output_of
from tests.zoo import ZOO, grown, images, state


def copier():
    """Give a network whose only layer shows the image again, once more with the sign turned."""
    network = nn.Sequential(nn.Conv2d(1, 2, 1, bias=False)).eval()
    network[0].weight.data = torch.tensor([1.0, -1.0]).reshape(2, 1, 1, 1)
    return network


@pytest.mark.parametrize("chunk", [1, 3, 64])
def test_finds_what_sorting_all_maps_finds_whatever_the_chunk(monkeypatch, chunk):
    monkeypatch.setattr(module, "CHUNK", chunk)
    network, layer = grown("in_place")
    some = images(7)

    found = top_patches(network, layer, some, k=4, channels=[5, 2])

    maps = output_of(network, layer, some)[:, [5, 2]]
    value, image = maps.amax(dim=(2, 3)).T.sort(dim=1, descending=True)
    torch.testing.assert_close(found.value, value[:, :4], rtol=1e-9, atol=1e-12)
    assert found.image.equal(image[:, :4])
    there = maps.transpose(0, 1)[torch.arange(2)[:, None], found.image, found.row, found.column]
    torch.testing.assert_close(found.value, there, rtol=1e-9, atol=1e-12)


def test_of_equal_values_the_first_image_and_the_first_place_come_first(monkeypatch):
    monkeypatch.setattr(module, "CHUNK", 2)
    same = torch.zeros(5, 1, 4, 4)
    same[:, 0, 1, 2] = same[:, 0, 2, 1] = 1

    found = top_patches(copier(), "0", same, k=3)

    assert found.image[0].tolist() == [0, 1, 2]
    assert found.row[0].tolist() == [1, 1, 1]
    assert found.column[0].tolist() == [2, 2, 2]


def test_an_image_counts_once_for_a_channel():
    shown = torch.zeros(2, 1, 4, 4)
    shown[0] = 5
    shown[1, 0, 3, 3] = 1

    found = top_patches(copier(), "0", shown, k=2, channels=[0])

    assert found.image.tolist() == [[0, 1]]
    assert found.value.tolist() == [[5, 1]]


def test_a_patch_alone_excites_the_unit_as_the_image_did():
    """What was cut out is all that the unit sees: without padding, the patch gives its value."""
    torch.manual_seed(0)
    network = nn.Sequential(nn.Conv2d(1, 2, 5), nn.MaxPool2d(2), nn.Conv2d(2, 3, 3)).eval()

    found = top_patches(network, "2", torch.rand(6, 1, 20, 20), k=2)

    alone = network(found.patches.flatten(0, 1)).reshape(3, 2, 3)
    own = alone[torch.arange(3), :, torch.arange(3)]
    torch.testing.assert_close(own, found.value)


@pytest.mark.parametrize(("row", "column"), [(0, 0), (0, 4), (4, 0), (4, 4), (2, 3)])
def test_the_units_own_pixel_is_in_the_middle_of_its_patch_also_at_the_border(row, column):
    network = nn.Sequential(nn.Conv2d(1, 1, 3, padding=1, bias=False)).eval()
    network[0].weight.data = torch.eye(9)[4].reshape(1, 1, 3, 3)
    shown = torch.rand(1, 1, 5, 5)
    shown[0, 0, row, column] = 2

    found = top_patches(network, "0", shown, k=1)

    around = functional.pad(shown, (1, 1, 1, 1))[0, :, row : row + 3, column : column + 3]
    assert found.patches[0, 0].equal(around)


@pytest.mark.parametrize("kind", ZOO)
def test_leaves_the_network_as_it_was_also_after_an_error(kind):
    network, layer = grown(kind)
    before = state(network)

    top_patches(network, layer, images(), k=2)
    with pytest.raises(RuntimeError):
        top_patches(network, layer, images(channels=5), k=2)

    assert state(network) == before


def test_works_inside_inference_mode():
    network, layer = grown("residual")
    expected = top_patches(network, layer, images(), k=2)

    with torch.inference_mode():
        found = top_patches(network, layer, images() * 1, k=2)

    assert found.value.equal(expected.value)
    assert found.patches.equal(expected.patches)


def test_refuses_training_mode():
    with pytest.raises(ValueError, match=r"evaluation mode: call network\.eval"):
        top_patches(copier().train(), "0", torch.rand(2, 1, 4, 4), k=1)


@pytest.mark.parametrize("k", [0, 3])
def test_refuses_more_images_than_there_are(k):
    with pytest.raises(ValueError, match=f"the {k} strongest of 2 images"):
        top_patches(copier(), "0", torch.rand(2, 1, 4, 4), k=k)


@pytest.mark.parametrize("channels", [[2], [-1], []])
def test_refuses_channels_that_do_not_exist(channels):
    with pytest.raises(ValueError, match="layer '0' has channels 0 to 1"):
        top_patches(copier(), "0", torch.rand(2, 1, 4, 4), k=1, channels=channels)


def test_a_misspelt_layer_is_told_with_the_near_miss():
    network, _ = grown("in_place")

    with pytest.raises(UnknownName, match="Did you mean 'conv2'"):
        top_patches(network, "conv_2", images(), k=1)
