"""How strongly one unit answers each image, computed without what that unit does not need."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import torch
from jaxtyping import Float, Int
from torch import Tensor, nn
from torch.func import functional_call

from cnnviz.methods.channel_chain import watched
from cnnviz.recording import input_of, output_of


@dataclass(frozen=True)
class Tail:
    """A convolution and the channel-wise modules after it, up to the layer that is asked for."""

    network: nn.Module
    convolution: str
    modules: tuple[nn.Module, ...]  # the convolution first

    def maps(
        self, images: Float[Tensor, "image channel height width"], channels: Int[Tensor, " image"]
    ) -> Float[Tensor, "image map_height map_width"]:
        """Give one channel's map for each image, computed with the filters asked for alone.

        Each image meets the filters of all images, and the diagonal is kept: for a few images
        that costs less than a grouped convolution, at which processors are slow.
        """
        convolution, *after = self.modules
        every = _narrow(convolution, channels, input_of(self.network, self.convolution, images))
        maps = every.diagonal(dim1=0, dim2=1).permute(2, 0, 1)[None]  # images as channels
        for module in after:
            maps = _narrow(module, channels, maps)
        return maps[0]


@dataclass(frozen=True)
class UnitActivation:
    """How to compute the activation of one unit of a layer for each image, and at what cost.

    A unit of a convolutional layer is a channel, and its activation the mean of its map. In a
    dense layer it is one number as it is.
    """

    network: nn.Module
    layer: str
    prepare: Callable[[Tensor], Tensor] | None  # makes of pictures what the network takes
    units: int  # that the layer has
    tail: Tail | None  # None where the layer must be computed whole
    largest: int  # bytes of the largest output on the way there, for one image
    filter_map: int  # bytes of what one filter of the tail's convolution gives for one image

    def __call__(
        self, images: Float[Tensor, "image channel height width"], units: Int[Tensor, " image"]
    ) -> Float[Tensor, " image"]:
        """Give the activation of each image's own unit."""
        images = prepared(images, self.prepare)
        if self.tail is not None:
            return self.tail.maps(images, units).mean(dim=(1, 2))
        outputs = output_of(self.network, self.layer, images)
        own = outputs[torch.arange(len(units), device=units.device), units]
        return own.reshape(len(units), -1).mean(dim=1)

    def checked(self, units: Sequence[int]) -> Int[Tensor, " unit"]:
        """Give the units as an index; ValueError names those that the layer does not have."""
        absent = [unit for unit in units if not 0 <= unit < self.units]
        if absent or not units:
            raise ValueError(
                f"layer {self.layer!r} has the units 0 to {self.units - 1}, "
                f"but {absent or 'none'} were asked for"
            )
        return torch.tensor(units)

    def batch(self, size: int) -> int:
        """Give the number of images whose largest output stays within so many bytes.

        The maps of all images by all filters must stay within a quarter: most are thrown away.
        """
        images = size // self.largest
        filters = int((size / 4 / self.filter_map) ** 0.5) if self.filter_map else images
        return max(min(images, filters), 1)


def unit_activation(
    network: nn.Module,
    layer: str,
    image: Float[Tensor, "1 channel height width"],
    prepare: Callable[[Tensor], Tensor] | None = None,
) -> UnitActivation:
    """Find out with one image how to compute a layer's units one by one.

    Raises ValueError for a layer that has no units: its output must be maps (image, channel,
    height, width) or features (image, feature).
    """
    try:
        seen = watched(network, layer, prepared(image, prepare))
    except RuntimeError as error:
        error.add_note(f"the network was given a picture of {tuple(image.shape[1:])}")
        raise
    if seen.output.ndim not in (2, 4):
        raise ValueError(
            f"layer {layer!r} gives {tuple(seen.output.shape)}, but units need "
            "(image, channel, height, width) or (image, feature)"
        )
    names = {module: name for name, module in network.named_modules()}
    tail = Tail(network, names[seen.chain[0]], seen.chain) if seen.chain else None
    units = seen.output.shape[1]
    return UnitActivation(network, layer, prepare, units, tail, seen.largest, seen.filter_map)


def prepared(
    images: Float[Tensor, "image channel height width"],
    prepare: Callable[[Tensor], Tensor] | None,
) -> Tensor:
    """Give what the network takes, laid out as processors like it best (see `ready`)."""
    images = images.contiguous(memory_format=torch.channels_last)
    return images if prepare is None else prepare(images)


def _narrow(module: nn.Module, channels: Tensor, given: Tensor) -> Tensor:
    """Run a module with the weights and statistics of these channels alone."""
    own = dict(module.named_parameters()) | dict(module.named_buffers())
    rows = {name: values.detach()[channels] for name, values in own.items() if values.ndim}
    return functional_call(module, rows, (given,))
