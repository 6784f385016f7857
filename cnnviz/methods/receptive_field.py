"""Receptive fields: the box of input pixels that can reach each unit of a layer."""

from collections.abc import Callable
from typing import Any

import torch
from jaxtyping import Float, Int
from torch import Tensor, nn
from torch.overrides import TorchFunctionMode

from cnnviz.inspection import inspecting
from cnnviz.recording import output_of

CHUNK = 16  # rows or columns measured in one pass


def receptive_boxes(
    network: nn.Module, layer: str, image: Float[Tensor, "1 colour height width"]
) -> Int[Tensor, "channel map_height map_width 4"]:
    """Give each unit's box in the input: top, left, bottom and right in pixels, as slices count.

    A box ends where the image ends. Units of a dense layer are maps of 1×1. The box of a unit
    that sees only padding is empty.

    The boxes are measured, so they are exact for every architecture: one row after the other
    (then every column) is made "not a number", which spreads through sums, maxima and
    activations, even past a weight of zero or a closed ReLU, to those units that see it. This
    takes height + width passes, in which convolutions only pass on what is not a number.

    For what they are, and closed formulas for plain chains: Araujo et al. 2019,
    https://distill.pub/2019/computing-receptive-fields.
    """
    with inspecting(network, "receptive_boxes"), torch.no_grad(), _Spreading():
        canvas = image.detach()
        if units(layer, output_of(network, layer, canvas)).isnan().any():
            raise ValueError(f"layer {layer!r} gives what is not a number for this image")
        top, bottom = _extent(network, layer, canvas, along=2)
        left, right = _extent(network, layer, canvas, along=3)
    if not bottom.any():
        raise ValueError(f"layer {layer!r} does not depend on the image")
    return torch.stack([top, left, bottom, right], dim=-1)


def units(layer: str, output: Tensor) -> Float[Tensor, "image channel map_height map_width"]:
    """Give a layer's output as maps; the units of a dense layer are maps of 1×1."""
    if output.ndim == 2:
        return output[:, :, None, None]
    if output.ndim == 4:
        return output
    raise ValueError(
        f"layer {layer!r} gives {tuple(output.shape)}, neither maps (image, channel, height, "
        "width) nor units (image, unit): choose a convolution, an activation or a dense layer"
    )


def _extent(network: nn.Module, layer: str, image: Tensor, along: int) -> tuple[Tensor, Tensor]:
    """Give for each unit the first line it sees along a side, and the first after the last."""
    side = image.shape[along]
    firsts, ends = [], []
    for lines in torch.arange(side, device=image.device).split(CHUNK):
        marked = image.repeat(len(lines), 1, 1, 1)
        for copy, line in zip(marked, lines.tolist(), strict=True):
            copy.select(along - 1, line).fill_(torch.nan)
        seen = units(layer, output_of(network, layer, marked)).isnan()
        numbers = lines[:, None, None, None]
        firsts.append(torch.where(seen, numbers, side).amin(dim=0))
        ends.append(torch.where(seen, numbers + 1, 0).amax(dim=0))
    end = torch.stack(ends).amax(dim=0)
    return torch.stack(firsts).amin(dim=0).minimum(end), end


class _Spreading(TorchFunctionMode):
    """While it lasts, a convolution's output tells only which of its inputs are not numbers.

    That is many times as fast, and exact: the quick ways to convolve (Winograd, FFT) let what
    is not a number leak to units that do not see it.
    """

    def __torch_function__(
        self,
        function: Callable[..., Any],
        types: Any,
        args: tuple[Any, ...] = (),
        kwargs: dict[str, Any] | None = None,
    ) -> Any:
        """Answer a call of torch: convolutions here, all others as ever."""
        if function is torch.conv2d:
            return _spread(*args, **(kwargs or {}))
        return function(*args, **(kwargs or {}))


def _spread(
    input: Tensor,  # this and the other names are those of torch.conv2d
    weight: Tensor,
    bias: Tensor | None = None,
    stride: Any = 1,
    padding: Any = 0,
    dilation: Any = 1,
    groups: int = 1,
) -> Tensor:
    marks = input.isnan().unflatten(1, (groups, -1)).any(dim=2).to(input.dtype)
    window = weight.new_ones(groups, 1, *weight.shape[2:])
    seen = torch.conv2d(marks, window, None, stride, padding, dilation, groups) > 0.5
    spread = torch.where(seen, torch.nan, torch.zeros((), dtype=input.dtype, device=input.device))
    return spread.repeat_interleave(len(weight) // groups, dim=1)
