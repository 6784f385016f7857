"""Noise is what its kind says, fits the images it stands beside, and comes from its seed."""

import pytest
import torch
from scipy.stats import norm

from cnnviz.choice import UnknownName
from cnnviz.data.noise import KINDS, noise

LIKE = torch.rand(50, 1, 20, 20, generator=torch.Generator().manual_seed(1))


@pytest.mark.parametrize("kind", KINDS)
def test_has_the_shape_of_the_images_and_lies_between_black_and_white(kind):
    like = torch.rand(3, 2, 5, 7)

    images = noise(kind, like, seed=0)

    assert images.shape == like.shape
    assert images.dtype == torch.float32
    assert 0 <= images.min() <= images.max() <= 1


@pytest.mark.parametrize("kind", KINDS)
def test_comes_from_its_seed_alone(kind):
    torch.manual_seed(3)
    first = noise(kind, LIKE, seed=0)
    torch.manual_seed(4)
    again, another = noise(kind, LIKE, seed=0), noise(kind, LIKE, seed=1)

    assert first.equal(again)
    assert not first.equal(another)


@pytest.mark.parametrize("kind", KINDS)
def test_leaves_the_callers_randomness_alone(kind):
    before = torch.get_rng_state()

    noise(kind, LIKE, seed=0)

    assert torch.get_rng_state().equal(before)


@pytest.mark.parametrize("kind", KINDS)
def test_no_two_images_are_the_same(kind):
    images = noise(kind, LIKE, seed=0).flatten(1)

    assert len(images.unique(dim=0)) == len(images)


def test_uniform_noise_takes_every_grey_value_alike():
    grey = noise("uniform", LIKE, seed=0)

    tenths = torch.histc(grey, bins=10, min=0, max=1) / grey.numel()

    torch.testing.assert_close(tenths, torch.full((10,), 0.1), atol=0.01, rtol=0)


def test_normal_noise_follows_the_bell_curve_cut_off_at_the_ends():
    """Against scipy's distribution function: what is cut off is black (0) or white (over 0.999)."""
    grey = noise("normal", LIKE, seed=0)
    bell = norm(0.5, 0.25)

    for value in (0.0, 0.25, 0.5, 0.75, 0.999):
        assert (grey <= value).float().mean().item() == pytest.approx(bell.cdf(value), abs=0.01)


def test_salt_and_pepper_is_black_or_white_half_and_half():
    grey = noise("salt_and_pepper", LIKE, seed=0)

    assert set(grey.unique().tolist()) == {0, 1}
    assert grey.mean().item() == pytest.approx(0.5, abs=0.01)


def test_shuffled_digits_keep_every_grey_value_of_their_image():
    shuffled = noise("shuffled_digits", LIKE, seed=0)

    assert shuffled.flatten(1).sort().values.equal(LIKE.flatten(1).sort().values)


def test_shuffled_digits_have_each_an_order_of_its_own():
    """Unlike the pixel remap, whose one order is the same for all images."""
    alike = torch.arange(400.0).div(400).reshape(1, 1, 20, 20).repeat(10, 1, 1, 1)

    shuffled = noise("shuffled_digits", alike, seed=0)

    assert len(shuffled.unique(dim=0)) == 10


def test_an_unknown_kind_is_told_with_its_near_miss():
    with pytest.raises(UnknownName, match=r"no kind of noise 'unifrom'\. Did you mean 'uniform'"):
        noise("unifrom", LIKE, seed=0)
