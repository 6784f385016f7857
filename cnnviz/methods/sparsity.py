"""Sparsity: how much of a layer's output is zero, and which channels never speak."""

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from jaxtyping import Bool, Float
from torch import Tensor, nn

from cnnviz.inspection import inspecting, ready
from cnnviz.recording import recording

CHUNK = 64  # images looked at in one pass

# Activations that give exact zeros, and what pools them.
ACTIVATIONS = (nn.ReLU, nn.ReLU6, nn.Threshold, nn.Hardswish)
POOLINGS = (nn.MaxPool2d, nn.AvgPool2d, nn.AdaptiveMaxPool2d, nn.AdaptiveAvgPool2d)


@dataclass(frozen=True)
class Sparsity:
    """How sparse a layer's output is, as shares of 0 to 1."""

    zeros: float  # of all values, over images, channels and places
    blank: float  # of channels without a value above zero, on an image; the mean of the images
    silent: float  # of channels without a value above zero on any of the images


def sparsity(
    network: nn.Module,
    images: Float[Tensor, "image channel height width"],
    layers: Sequence[str] | None = None,
) -> dict[str, Sparsity]:
    """Measure how sparse the output of each layer is, over all images.

    If no layers are named: all that give exact zeros (ReLU and its like) and all poolings, in
    the order of their definition. The units of a dense layer count as channels. A module that
    is used several times is measured at its last use.

    Glorot et al. 2011, https://proceedings.mlr.press/v15/glorot11a.html, on the
    sparsity of rectifiers.
    """
    named = list(sparse_layers(network) if layers is None else layers)
    if not named or not len(images):
        raise ValueError(
            "sparsity needs at least one image, and layers: name them where a network has no "
            "module for ReLU or pooling"
        )
    totals = {layer: _Total() for layer in named}
    with inspecting(network, "sparsity"), torch.no_grad():
        for some in images.split(CHUNK):
            with recording(network, *named) as outputs:
                network(ready(some))
            for layer, total in totals.items():
                total.add(outputs[layer])
    return {layer: total.sparsity(len(images)) for layer, total in totals.items()}


def sparse_layers(network: nn.Module) -> list[str]:
    """Name the layers that give exact zeros, and the poolings."""
    kinds = ACTIVATIONS + POOLINGS
    return [name for name, module in network.named_modules() if isinstance(module, kinds)]


class _Total:
    """What is counted while the images pass."""

    def __init__(self) -> None:
        self.zeros = 0
        self.values = 0
        self.blank = 0.0
        self.spoke: Bool[Tensor, " channel"] | None = None

    def add(self, output: Tensor) -> None:
        if output.ndim < 2:
            raise ValueError(f"an output of {tuple(output.shape)} has no channels")
        channels = output.flatten(2) if output.ndim > 2 else output[:, :, None]
        self.zeros += int((channels == 0).sum())
        self.values += channels.numel()
        speaks = (channels > 0).any(dim=2)  # image, channel
        self.blank += float((~speaks).double().mean(dim=1).sum())
        spoke = speaks.any(dim=0)
        self.spoke = spoke if self.spoke is None else self.spoke | spoke

    def sparsity(self, images: int) -> Sparsity:
        assert self.spoke is not None  # at least one image was added
        return Sparsity(
            zeros=self.zeros / self.values,
            blank=self.blank / images,
            silent=float((~self.spoke).double().mean()),
        )
