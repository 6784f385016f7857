"""What a network is shown is prepared as it was trained, and can be shown again."""

import pytest
import torch
from torchvision.models import get_model_weights

from cnnviz.models import preprocessing
from cnnviz.models.published import NAMES


@pytest.mark.parametrize("name", NAMES)
def test_photographs_are_prepared_as_torchvision_prepares_them(name):
    photographs = torch.rand(2, 3, 300, 451)
    preparation = preprocessing(name)

    ours = preparation.prepared(preparation.framed(photographs))

    theirs = get_model_weights(name)["DEFAULT"].transforms()(photographs)
    torch.testing.assert_close(ours, theirs)


@pytest.mark.parametrize("name", ["efficientnet_lite0", "lenet5", "resnet18"])
def test_what_was_prepared_can_be_shown_again(name):
    images = torch.rand(2, 3, 8, 8)
    preparation = preprocessing(name)

    torch.testing.assert_close(preparation.shown(preparation.prepared(images)), images)


def test_efficientnet_lite0_wants_bytes_minus_127_by_128():
    bytes_ = torch.arange(256.0).reshape(1, 1, 16, 16).expand(-1, 3, -1, -1)

    prepared = preprocessing("efficientnet_lite0").prepared(bytes_ / 255)

    torch.testing.assert_close(prepared, (bytes_ - 127) / 128)


def test_bytes_are_not_prepared_as_if_they_were_colours():
    with pytest.raises(ValueError, match=r"in \[0, 1\], but these reach 255"):
        preprocessing("resnet18").prepared(torch.full((1, 3, 4, 4), 255.0))


def test_grey_images_are_not_prepared_as_if_they_had_colours():
    with pytest.raises(ValueError, match="3 channels, but these have 1"):
        preprocessing("resnet18").prepared(torch.rand(1, 1, 4, 4))
