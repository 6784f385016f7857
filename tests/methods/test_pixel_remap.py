"""The pixel remap moves every pixel somewhere, the same for all images, and can be undone."""

import pytest
import torch

from cnnviz.methods.pixel_remap import PixelRemap
from cnnviz.models.networks.mlp import mlp

BLOCKS = (None, 1, 2, 3, 6)  # of images of 6 × 12


def numbered(images=1, channels=1, height=6, width=12):
    """Give images in which no two pixels are the same."""
    count = images * channels * height * width
    return torch.arange(float(count)).reshape(images, channels, height, width)


@pytest.mark.parametrize("block", BLOCKS)
def test_is_undone_by_its_inverse(block):
    images = numbered(images=2, channels=3)
    remap = PixelRemap(6, 12, seed=0, block=block)

    assert remap.inverse(remap(images)).equal(images)
    assert remap(remap.inverse(images)).equal(images)


@pytest.mark.parametrize("block", BLOCKS)
def test_is_a_bijection_of_the_positions(block):
    remap = PixelRemap(6, 12, seed=0, block=block)

    assert remap.order.sort().values.equal(torch.arange(72))


def test_position_i_shows_position_order_i():
    images = numbered()
    remap = PixelRemap(6, 12, seed=0)

    moved = remap(images)

    assert moved.flatten()[5] == images.flatten()[remap.order[5]]


def test_is_the_same_for_all_images_whatever_the_batch():
    images = numbered(images=3)
    remap = PixelRemap(6, 12, seed=0)

    alone = torch.cat([remap(image[None]) for image in images])

    assert remap(images).equal(alone)


def test_channels_move_together():
    """A red pixel is red wherever it goes."""
    images = numbered().repeat(1, 3, 1, 1)

    red, green, blue = PixelRemap(6, 12, seed=0)(images)[0]

    assert red.equal(green)
    assert red.equal(blue)


def test_blocks_of_one_pixel_leave_the_image_as_it_is():
    images = numbered(images=2, channels=3)

    assert PixelRemap(6, 12, seed=0, block=1)(images).equal(images)


@pytest.mark.parametrize("block", [2, 3, 6])
def test_pixels_stay_in_their_blocks(block):
    rows, columns = torch.meshgrid(torch.arange(6), torch.arange(12), indexing="ij")
    home = (rows // block * 12 + columns // block).float()[None, None]

    moved = PixelRemap(6, 12, seed=0, block=block)(home)

    assert moved.equal(home)


def test_each_block_is_shuffled_in_an_order_of_its_own():
    inside = torch.arange(36.0).reshape(6, 6).repeat(1, 2)[None, None]

    moved = PixelRemap(6, 12, seed=0, block=6)(inside)

    assert not moved[..., :6].equal(moved[..., 6:])


@pytest.mark.parametrize("block", [None, 2, 6])
def test_is_fixed_by_its_seed(block):
    torch.manual_seed(3)
    first = PixelRemap(6, 12, seed=0, block=block)
    torch.manual_seed(4)
    again, another = (PixelRemap(6, 12, seed=seed, block=block) for seed in (0, 1))

    assert first.order.equal(again.order)
    assert not first.order.equal(another.order)


def test_leaves_the_callers_randomness_alone():
    before = torch.get_rng_state()

    PixelRemap(6, 12, seed=0)

    assert torch.get_rng_state().equal(before)


def test_fitting_takes_the_size_from_the_images():
    images = numbered(images=2, channels=3, height=4, width=10)

    remap = PixelRemap.fitting(images, seed=0, block=2)

    assert remap.order.equal(PixelRemap(4, 10, seed=0, block=2).order)


@pytest.mark.parametrize("block", [0, -1, 4, 5, 12])
def test_refuses_blocks_that_do_not_tile_the_image(block):
    with pytest.raises(ValueError, match=f"blocks of {block} px do not tile an image of 6×12"):
        PixelRemap(6, 12, seed=0, block=block)


@pytest.mark.parametrize(("height", "width"), [(6, 8), (8, 6)])
def test_refuses_blocks_that_tile_only_one_side(height, width):
    with pytest.raises(ValueError, match="blocks of 3 px do not tile"):
        PixelRemap(height, width, seed=0, block=3)


@pytest.mark.parametrize("way", ["__call__", "inverse"])
def test_refuses_images_of_another_size(way):
    """As many pixels, but of 12 × 6: moved by this order they would be nonsense, silently."""
    remap = PixelRemap(6, 12, seed=0)

    with pytest.raises(ValueError, match="for images of 6×12, but these are 12×6"):
        getattr(remap, way)(numbered(height=12, width=6))


def test_an_mlp_whose_first_weights_move_alike_answers_the_same():
    """A dense layer sums over pixels, and a sum has no order: no pixel's place means anything."""
    torch.manual_seed(0)
    images = torch.rand(20, 1, 6, 6)
    original, moved = mlp(size=6), mlp(size=6)
    moved.load_state_dict(original.state_dict())
    remap = PixelRemap.fitting(images, seed=0)

    with torch.no_grad():
        moved.dense1.weight.copy_(original.dense1.weight[:, remap.order])

    torch.testing.assert_close(moved(remap(images)), original(images))
    assert not torch.allclose(original(remap(images)), original(images))
