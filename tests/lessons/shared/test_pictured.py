"""Pictures beside numbers are small, and come back as they were."""

import base64
from io import BytesIO

import numpy as np
import torch
from PIL import Image

from cnnviz.drawing.heat import opened
from cnnviz.lessons.shared.pictured import map_pictured, pictured, shares


def test_a_small_picture_comes_back_pixel_by_pixel():
    image = torch.randint(0, 256, (3, 9, 7)).float() / 255

    np.testing.assert_allclose(opened(pictured(image)).transpose(2, 0, 1), image, atol=1e-6)


def test_a_large_picture_is_webp_and_a_map_png():
    large, small = pictured(torch.rand(3, 80, 80)), map_pictured(torch.rand(80, 80))

    assert (large[:16], small[:15]) == ("data:image/webp;", "data:image/png;")
    data = base64.b64decode(large.partition(",")[2])
    assert Image.open(BytesIO(data)).size == (80, 80)


def test_maps_are_shares_of_their_maximum_without_what_is_negative():
    assert shares(torch.tensor([[-1.0, 2.0], [4.0, 0.0]])) == [[0.0, 0.5], [1.0, 0.0]]
    assert shares(torch.tensor([[-1.0, 0.0]])) == [[0.0, 0.0]]
    assert opened(map_pictured(torch.zeros(4, 4))).max() == 0
