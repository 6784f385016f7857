"""How fine the structures in pictures are: their power by spatial frequency."""

import torch
from jaxtyping import Float
from torch import Tensor

Pictures = Float[Tensor, "picture channel height width"]


def mean_frequency(pictures: Pictures) -> Float[Tensor, " picture"]:
    """Give the mean spatial frequency of each picture, in cycles a pixel, weighed by power.

    The finest stripes along a side, one pixel light and one dark, have 0.5. Each channel's mean
    does not count; a picture without any structure has 0.
    """
    power, frequencies = _spectrum(pictures)
    return (power * frequencies).sum(dim=(1, 2)) / _total(power)


def coarse_share(pictures: Pictures, below: float = 0.125) -> Float[Tensor, " picture"]:
    """Give the share of each picture's power at frequencies below so many cycles a pixel."""
    power, frequencies = _spectrum(pictures)
    return (power * (frequencies < below)).sum(dim=(1, 2)) / _total(power)


def _spectrum(
    pictures: Pictures,
) -> tuple[Float[Tensor, "picture height frequency"], Float[Tensor, "height frequency"]]:
    """Give the power at each frequency, over all channels, and the frequencies' lengths."""
    height, width = pictures.shape[2:]
    # Fading out towards the border: what does not fit together there would count as fine.
    down, across = (torch.hann_window(side).to(pictures) for side in (height, width))
    window = down[:, None] * across
    # The mean under the window goes first, or the window itself would count as coarse.
    means = (pictures * window).sum(dim=(2, 3), keepdim=True) / window.sum()
    power = torch.fft.rfft2((pictures - means) * window).abs().square().sum(dim=1)
    power[..., 1 : (width + 1) // 2] *= 2  # each stands for its mirror image too
    frequencies = torch.hypot(torch.fft.fftfreq(height)[:, None], torch.fft.rfftfreq(width))
    return power, frequencies.to(power)


def _total(power: Tensor) -> Float[Tensor, " picture"]:
    total = power.sum(dim=(1, 2))
    return total.where(total > 0, 1)
