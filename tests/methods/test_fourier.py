"""Pictures made of Fourier coefficients: there and back, and as natural as promised."""

import numpy as np
import pytest
import torch

from cnnviz.methods.canvas import Spectrum
from cnnviz.methods.fourier import COLOURS, amplitudes, pictures, spectra

SIZES = [(3, 16, 16), (1, 28, 28), (3, 15, 22), (1, 9, 7), (2, 8, 12)]


def noise(*shape):
    return torch.rand(*shape, generator=torch.Generator().manual_seed(0)).double() * 0.9 + 0.05


@pytest.mark.parametrize("shape", SIZES)
def test_pictures_come_back_from_their_coefficients(shape):
    some = noise(2, *shape)

    again = pictures(spectra(some), width=shape[2])

    torch.testing.assert_close(again, some)


@pytest.mark.parametrize("shape", [(1, 64, 64), (1, 63, 90), (1, 28, 28), (1, 225, 225)])
def test_independent_coefficients_give_pixels_of_their_deviation_at_any_size(shape):
    canvas = Spectrum(shape, None)
    generator = torch.Generator().manual_seed(0)
    starts = canvas.starts([generator] * 60)

    pixels = torch.logit(pictures(starts, width=shape[2]))

    assert pixels.std().item() == pytest.approx(starts.std().item(), rel=0.1)


def test_the_amplitude_of_a_start_falls_with_its_frequency():
    """As in natural scenes: the slope of log amplitude over log frequency is −1."""
    canvas = Spectrum((1, 64, 64), None)
    generator = torch.Generator().manual_seed(0)
    starts = pictures(canvas.starts([generator] * 100), width=64)

    amplitude = np.abs(np.fft.rfft2(torch.logit(starts)[:, 0].numpy())).mean(axis=0)

    radius = np.hypot(np.fft.fftfreq(64)[:, None], np.fft.rfftfreq(64)[None])
    middle = (radius > 0.03) & (radius < 0.45)
    slope, _ = np.polyfit(np.log(radius[middle]), np.log(amplitude[middle]), 1)
    assert slope == pytest.approx(-1, abs=0.03)


def test_the_amplitude_is_inverse_to_the_frequency():
    scale = amplitudes(12, 20)

    assert scale.shape == (12, 11)
    assert (scale[0, 3] / scale[0, 6]).item() == pytest.approx(2)
    assert (scale[3, 0] / scale[0, 5]).item() == pytest.approx(1)  # both a quarter cycle a pixel


def test_one_channel_is_left_uncoloured():
    coefficients = torch.zeros(1, 1, 8, 5, 2)

    assert pictures(coefficients, width=8).unique().tolist() == [0.5]


def test_colours_are_those_of_the_photographs():
    """The principal components of four photographs that scikit-image brings, of unit length."""
    from skimage import data

    photographs = (data.astronaut(), data.chelsea(), data.coffee(), data.rocket())
    covariances = [np.cov(photo.reshape(-1, 3).T / 255) for photo in photographs]
    values, directions = np.linalg.eigh(np.mean(covariances, axis=0))
    components = (directions * np.sqrt(values / values.max()))[:, ::-1]

    signs = np.sign((components * COLOURS).sum(axis=0))
    np.testing.assert_allclose(COLOURS, components * signs, atol=6e-4)
