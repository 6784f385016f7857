"""How fine a picture is: against pictures whose frequency is known."""

from math import pi

import numpy as np
import pytest
import torch

from cnnviz.methods.frequencies import coarse_share, mean_frequency


def stripes(period, size=64):
    wave = torch.sin(2 * pi * torch.arange(size) / period)
    return wave.expand(1, 3, size, size).contiguous()


@pytest.mark.parametrize("period", [4, 8, 16])
def test_stripes_have_one_cycle_a_period_whichever_way_they_lie(period):
    for picture in (stripes(period), stripes(period).mT):
        assert mean_frequency(picture).item() == pytest.approx(1 / period, abs=2e-3)


def test_the_finest_stripes_have_half_a_cycle_a_pixel():
    board = torch.tensor([0.0, 1.0]).repeat(32).expand(1, 1, 64, 64)

    assert mean_frequency(board).item() == pytest.approx(0.5, abs=1e-2)


def test_white_noise_has_the_mean_distance_in_the_square_of_all_frequencies():
    """(√2 + ln(1 + √2)) / 6, the mean distance from the middle of a unit square."""
    noise = torch.randn(16, 3, 64, 64, generator=torch.Generator().manual_seed(0))

    expected = (np.sqrt(2) + np.log(1 + np.sqrt(2))) / 6
    assert mean_frequency(noise).mean().item() == pytest.approx(expected, abs=3e-3)


@pytest.mark.parametrize(("height", "width"), [(24, 36), (25, 37), (16, 9)])
def test_a_picture_on_its_side_is_as_fine(height, width):
    noise = torch.randn(2, 3, height, width, generator=torch.Generator().manual_seed(0))

    torch.testing.assert_close(mean_frequency(noise), mean_frequency(noise.mT.contiguous()))
    torch.testing.assert_close(coarse_share(noise), coarse_share(noise.mT.contiguous()))


def test_neither_brightness_nor_contrast_counts():
    noise = torch.rand(2, 3, 32, 32, generator=torch.Generator().manual_seed(0))
    other = noise * 0.1 + torch.tensor([0.2, 0.5, 0.7])[:, None, None]

    torch.testing.assert_close(mean_frequency(noise), mean_frequency(other), rtol=1e-3, atol=1e-4)


def test_coarse_is_what_is_longer_than_the_limit():
    assert coarse_share(stripes(32)).item() > 0.99
    assert coarse_share(stripes(4)).item() < 0.01


def test_a_flat_picture_has_no_structure_at_all():
    flat = torch.full((1, 3, 16, 16), 0.25)

    assert mean_frequency(flat).item() == coarse_share(flat).item() == 0
