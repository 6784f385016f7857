"""Convolution and cross-correlation of one picture with one kernel, and the size that results."""

import torch
from jaxtyping import Float
from torch import Tensor
from torch.nn.functional import conv2d, pad


def correlate(
    picture: Float[Tensor, "height width"],
    kernel: Float[Tensor, "kernel_height kernel_width"],
    stride: int = 1,
    padding: int = 0,
    bias: float = 0.0,
) -> Float[Tensor, "rows columns"]:
    """Slide a kernel over a picture and sum the products at each place: what `Conv2d` computes.

    Goodfellow et al. 2016, Deep Learning, equation 9.6, where it is called cross-correlation.
    ValueError where the kernel does not fit the picture a whole number of times.
    """
    for side, width in zip(picture.shape, kernel.shape, strict=True):
        output_size(side, width, stride, padding)
    bordered = pad(picture, (padding,) * 4)[None, None]
    return conv2d(bordered, kernel[None, None], stride=stride)[0, 0] + bias


def convolve(
    picture: Float[Tensor, "height width"],
    kernel: Float[Tensor, "kernel_height kernel_width"],
    full: bool = False,
) -> Float[Tensor, "rows columns"]:
    """Convolve in the mathematical sense: cross-correlate with the kernel turned by 180°.

    With `full`, also where the kernel only touches the picture: then convolution is
    associative. Goodfellow et al. 2016, Deep Learning, equation 9.5.
    """
    if full:
        beyond_rows, beyond_columns = (side - 1 for side in kernel.shape)
        picture = pad(picture, (beyond_columns, beyond_columns, beyond_rows, beyond_rows))
    return correlate(picture, torch.flip(kernel, (0, 1)))


def output_size(size: int, kernel: int, stride: int = 1, padding: int = 0) -> int:
    """Give how many places a kernel has along one side: (size − kernel + 2·padding)/stride + 1.

    ValueError where that is no whole number, or less than one.
    """
    if kernel < 1 or stride < 1 or padding < 0:
        raise ValueError(
            f"kernel and stride count from 1 and padding from 0, not {kernel}, {stride}, {padding}"
        )
    room = size - kernel + 2 * padding
    if room < 0:
        raise ValueError(
            f"a kernel of {kernel} px is larger than {size} px with {padding} px of padding a side"
        )
    if room % stride:
        raise ValueError(
            f"({size} − {kernel} + 2·{padding}) = {room} is no multiple of the stride {stride}: "
            f"the last {room % stride} px would never be seen"
        )
    return room // stride + 1
