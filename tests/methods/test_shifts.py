"""Images move, turn and grow as geometry says, and convolution follows them."""

import pytest
import torch
from scipy import ndimage
from torch import nn

from cnnviz.methods.shifts import scaled, shifted, turned

STEPS = [(0, 0), (3, 0), (0, 2), (-3, 2), (2, -4), (-1, -1)]


def pictures(height=8, width=12, count=2, channels=3):
    seed = torch.Generator().manual_seed(0)
    return torch.rand(count, channels, height, width, generator=seed)


def framed(size=8, border=4):
    """Give images with an empty border."""
    return nn.functional.pad(pictures(size, size), (border,) * 4)


@pytest.mark.parametrize(("right", "down"), STEPS)
def test_shifting_is_scipys(right, down):
    images = pictures()

    expected = ndimage.shift(images.numpy(), (0, 0, down, right), order=0, cval=0.25)

    assert shifted(images, right, down, fill=0.25).equal(torch.from_numpy(expected))


@pytest.mark.parametrize(("right", "down"), STEPS)
def test_shifting_inside_the_border_and_back_is_the_identity(right, down):
    images = framed()

    assert shifted(shifted(images, right, down), -right, -down).equal(images)


def test_a_shift_to_the_right_and_down_moves_to_the_right_and_down():
    images = torch.zeros(1, 1, 5, 5)
    images[0, 0, 1, 1] = 1

    assert shifted(images, right=2, down=1)[0, 0].nonzero().tolist() == [[2, 3]]


@pytest.mark.parametrize(("right", "down"), [(12, 0), (0, -8), (-40, 1)])
def test_what_leaves_the_frame_is_lost(right, down):
    assert shifted(pictures(), right, down, fill=0.5).unique().tolist() == [0.5]


@pytest.mark.parametrize(("right", "down"), STEPS)
def test_convolution_follows_a_shift_away_from_the_border(right, down):
    """Equivariance: shift then convolve is convolve then shift."""
    torch.manual_seed(0)
    convolution = nn.Conv2d(3, 4, 3, padding=1, bias=False)
    images = framed()

    with torch.no_grad():
        before, after = convolution(shifted(images, right, down)), convolution(images)

    torch.testing.assert_close(before, shifted(after, right, down), rtol=0, atol=1e-6)


@pytest.mark.parametrize("quarters", [-2, -1, 0, 1, 2, 3, 4])
def test_a_quarter_turn_is_rot90(quarters):
    images = pictures(9, 9)

    turn = turned(images, 90.0 * quarters)

    torch.testing.assert_close(turn, images.rot90(quarters, (2, 3)), rtol=0, atol=1e-5)


@pytest.mark.parametrize("degrees", [0, 360, -720])
def test_a_whole_turn_is_exactly_the_identity(degrees):
    assert turned(pictures(), degrees).equal(pictures())


@pytest.mark.parametrize("degrees", [30, -75, 180])
def test_turning_is_scipys(degrees):
    """Also where the frame is no square: the turn is one of pixels, not of the grid's units."""
    images = nn.functional.pad(pictures(4, 6), (6, 6, 4, 4)).double()

    expected = ndimage.rotate(
        images.numpy(), degrees, axes=(2, 3), reshape=False, order=1, mode="grid-constant"
    )

    torch.testing.assert_close(turned(images, degrees), torch.from_numpy(expected))


@pytest.mark.parametrize("factor", [0.5, 0.8, 1.7, 2])
def test_scaling_is_scipys(factor):
    images = pictures().double()
    centre = torch.tensor([0, 0, 3.5, 5.5]).double()
    matrix = torch.tensor([1, 1, 1 / factor, 1 / factor]).double()

    expected = ndimage.affine_transform(
        images.numpy(),
        matrix.numpy(),
        offset=(centre - matrix * centre).numpy(),
        order=1,
        mode="grid-constant",
        cval=0.25,
    )

    torch.testing.assert_close(scaled(images, factor, fill=0.25), torch.from_numpy(expected))


def test_a_factor_of_one_is_exactly_the_identity():
    assert scaled(pictures(), 1).equal(pictures())


def test_shrinking_to_half_takes_the_mean_of_four_pixels():
    images = pictures(8, 8)

    small = scaled(images, 0.5, fill=0.5)

    torch.testing.assert_close(small[:, :, 2:6, 2:6], nn.functional.avg_pool2d(images, 2))
    assert small[:, :, :1].unique().tolist() == [0.5]


@pytest.mark.parametrize("move", [lambda x: turned(x, 40, 0.5), lambda x: scaled(x, 0.7, 0.5)])
def test_a_picture_of_background_stays_background(move):
    plain = torch.full((2, 1, 9, 7), 0.5)

    torch.testing.assert_close(move(plain), plain)


@pytest.mark.parametrize(
    "move", [lambda x: shifted(x, 2, 1), lambda x: turned(x, 25), lambda x: scaled(x, 1.3)]
)
def test_each_image_is_moved_as_if_it_were_alone_and_left_as_it_was(move):
    images = pictures()
    before = images.clone()

    alone = torch.cat([move(image[None]) for image in images])

    assert move(images).equal(alone)
    assert images.equal(before)


@pytest.mark.parametrize("factor", [0, -1, float("nan")])
def test_refuses_factors_that_leave_nothing(factor):
    with pytest.raises(ValueError, match="by a factor above 0"):
        scaled(pictures(), factor)
