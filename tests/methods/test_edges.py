"""Sobel's share and the best Gabor: theorems, chance, and cases by hand."""

import pytest
import torch
from scipy.ndimage import sobel as scipy_sobel

from cnnviz.methods.gabor import best_gabor
from cnnviz.methods.sobel import chance, sobel, sobel_edges

PREWITT = torch.tensor([[1.0, 0.0, -1.0]] * 3)
LAPLACE = torch.tensor([[0.0, -1.0, 0.0], [-1.0, 4.0, -1.0], [0.0, -1.0, 0.0]])


def random(count, side):
    return torch.randn(count, side, side, generator=torch.Generator().manual_seed(0))


@pytest.mark.parametrize("side", [2, 3, 5, 11])
def test_the_two_sobel_kernels_are_perpendicular_of_length_one_and_of_mean_zero(side):
    flat = sobel(side).flatten(1)

    torch.testing.assert_close(flat @ flat.T, torch.eye(2, dtype=torch.float64))
    torch.testing.assert_close(flat.sum(dim=1), torch.zeros(2, dtype=torch.float64))


def test_is_scipys_sobel_filter():
    point = torch.zeros(3, 3).double()
    point[1, 1] = 1

    across = scipy_sobel(point.numpy(), axis=1)

    # scipy correlates, so its answer to a point is the kernel turned round.
    expected = torch.from_numpy(across[::-1, ::-1].copy())
    torch.testing.assert_close(sobel(3)[0], expected / expected.norm())


@pytest.mark.parametrize("degrees", [0, 30, 90, 200])
def test_a_mixture_of_the_two_is_all_edge_and_its_angle_is_told(degrees):
    turn = torch.tensor(degrees).deg2rad().double()
    mixture = turn.cos() * sobel(5)[0] + turn.sin() * sobel(5)[1]

    found = sobel_edges(3 * mixture[None])

    torch.testing.assert_close(found.edge, torch.ones(1).double())
    torch.testing.assert_close(found.angle.sin(), turn.sin()[None])
    torch.testing.assert_close(found.part[0], 3 * mixture)


def test_brightening_upwards_is_ninety_degrees():
    brighter_above = torch.tensor([[[1.0, 1, 1], [0, 0, 0], [-1, -1, -1]]])

    assert sobel_edges(brighter_above).angle.rad2deg().item() == pytest.approx(90)


def test_cases_by_hand():
    found = sobel_edges(torch.stack([PREWITT, LAPLACE, torch.ones(3, 3)]))

    assert found.edge.tolist() == pytest.approx([8 / 9, 0, 0], abs=1e-6)
    assert found.flat.tolist() == pytest.approx([0, 0, 1], abs=1e-6)


@pytest.mark.parametrize("side", [3, 5])
def test_chance_is_what_random_kernels_do(side):
    shares = sobel_edges(random(20_000, side)).edge

    assert (shares > chance(side)).float().mean().item() == pytest.approx(0.05, abs=0.006)
    assert shares.mean().item() == pytest.approx(2 / side**2, rel=0.03)


def test_a_kernel_of_zeros_and_one_of_a_single_pixel_are_refused():
    with pytest.raises(ValueError, match="neither flat nor an edge"):
        sobel_edges(torch.zeros(1, 3, 3))
    with pytest.raises(ValueError, match="two pixels or more"):
        sobel(1)


def test_a_wave_under_a_bell_is_explained_whatever_its_phase_and_height():
    place = torch.arange(11.0) - 5
    down, across = torch.meshgrid(place, place, indexing="ij")
    bell = torch.exp(-(across**2 + down**2) / (2 * (0.35 * 11) ** 2))
    waves = [-4 * bell * (2 * torch.pi * across / 5.5 + phase).cos() for phase in (0.0, 0.8, 2.5)]
    kernels = torch.stack(waves) + 0.3

    found = best_gabor(kernels)

    torch.testing.assert_close(found.share, torch.ones(3))
    torch.testing.assert_close(found.patch, kernels, atol=1e-4, rtol=1e-4)


def test_the_share_is_that_of_the_variance_which_the_patch_explains():
    kernels = random(6, 5)

    found = best_gabor(kernels)

    left = (kernels - found.patch).flatten(1).square().sum(dim=1)
    whole = (kernels - kernels.mean(dim=(1, 2), keepdim=True)).flatten(1).square().sum(dim=1)
    torch.testing.assert_close(found.share, 1 - left / whole)


def test_neither_sign_nor_height_nor_mean_change_how_well_a_gabor_fits():
    kernels = random(6, 5)

    torch.testing.assert_close(best_gabor(kernels).share, best_gabor(2 - 3 * kernels).share)


def test_small_random_kernels_are_fitted_better_than_large_ones():
    assert best_gabor(random(50, 3)).share.mean() > best_gabor(random(50, 7)).share.mean()


def test_an_even_kernel_has_no_variance_to_explain():
    with pytest.raises(ValueError, match="no variance"):
        best_gabor(torch.ones(1, 5, 5))
