"""Pictures as Fourier coefficients in decorrelated colours: steps in them look natural."""

import torch
from jaxtyping import Float
from torch import Tensor

# How much of light, blue to red and green to magenta (columns) there is in red, green and blue
# (rows) of photographs: the principal components of their pixels' colours, each as long as its
# standard deviation, the longest 1. Measured on scikit-image's astronaut, chelsea, coffee and
# rocket, the covariance averaged over the four.
COLOURS = (
    (0.586, 0.259, 0.030),
    (0.595, -0.055, -0.081),
    (0.549, -0.217, 0.056),
)

Spectra = Float[Tensor, "pattern channel height frequency 2"]
Pictures = Float[Tensor, "pattern channel height width"]


def pictures(spectra: Spectra, width: int) -> Pictures:
    """Give the pictures, in [0, 1], that coefficients stand for: real and imaginary parts.

    A coefficient counts for the less the higher its frequency is, as in photographs, and the
    channels of a picture of three are mixed as the colours of photographs are. Independent
    coefficients of standard deviation s give pixels of standard deviation s, of whatever size,
    before the sigmoid that keeps them between black and white.

    Olah, Mordvintsev & Schubert 2017, "Feature Visualization", section "Preconditioning and
    parameterization", https://distill.pub/2017/feature-visualization.
    """
    height = spectra.shape[2]
    coefficients = torch.view_as_complex(spectra.contiguous())
    weighted = coefficients * amplitudes(height, width).to(spectra)
    values = torch.fft.irfft2(weighted, s=(height, width), norm="ortho")
    return torch.sigmoid(torch.einsum("rc,pchw->prhw", _colours(values), values))


def spectra(pictures: Pictures) -> Spectra:
    """Give the coefficients of pictures: what `pictures` makes these pictures of again.

    Pixels must lie between 0 and 1, both excluded.
    """
    height, width = pictures.shape[2:]
    values = torch.einsum("cr,prhw->pchw", _colours(pictures).inverse(), torch.logit(pictures))
    weighted = torch.fft.rfft2(values, norm="ortho")
    return torch.view_as_real(weighted / amplitudes(height, width).to(pictures))


def amplitudes(height: int, width: int) -> Float[Tensor, "height frequency"]:
    """Give what each coefficient is multiplied by: 1 / frequency, and as for 1 cycle at 0.

    The amplitudes of natural scenes fall like this: Field 1987, "Relations between the
    statistics of natural images and the response properties of cortical cells",
    https://doi.org/10.1364/JOSAA.4.002379.
    """
    down, across = torch.fft.fftfreq(height)[:, None], torch.fft.fftfreq(width)[None]
    lowest = 1 / max(height, width)
    scale = 1 / torch.hypot(down, across).clamp(min=lowest)
    # Real and imaginary parts each have the variance of a coefficient: hence the 2.
    scale = scale / (2 * scale.square().mean()).sqrt()
    return scale[:, : width // 2 + 1]


def _colours(like: Tensor) -> Float[Tensor, "channel component"]:
    channels = like.shape[1]
    mixed = torch.tensor(COLOURS) if channels == len(COLOURS) else torch.eye(channels)
    return mixed.to(like)
