"""A Gaussian blur, for gradients that should change a picture smoothly."""

from math import ceil

import torch
from jaxtyping import Float
from torch import Tensor
from torch.nn.functional import conv2d, pad

Images = Float[Tensor, "image channel height width"]


def blurred(images: Images, deviation: float) -> Images:
    """Blur with a Gaussian of this standard deviation in pixels; 0 leaves all as it is."""
    if deviation == 0:
        return images
    reach = ceil(3 * deviation)
    distances = torch.arange(-reach, reach + 1, device=images.device, dtype=images.dtype)
    weights = (-0.5 * (distances / deviation) ** 2).softmax(dim=0)
    channels = images.shape[1]
    rows = weights[None, None, :, None].expand(channels, 1, -1, 1)
    padded = pad(images, [reach] * 4, mode="replicate")
    return conv2d(conv2d(padded, rows, groups=channels), rows.mT, groups=channels)
