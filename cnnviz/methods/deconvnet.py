"""Deconvnet: what in the image made a feature fire, carried back through the network."""

import torch
from jaxtyping import Float, Int
from torch import Tensor, nn

from cnnviz.inspection import as_maps, inspecting, ready
from cnnviz.methods.rectifiers import deconvolved
from cnnviz.recording import output_of


def deconvnet(
    network: nn.Module,
    layer: str,
    images: Float[Tensor, "image channel height width"],
    channels: Int[Tensor, " image"],
    places: Int[Tensor, "image 2"] | None = None,
) -> Float[Tensor, "image channel height width"]:
    """Carry each image's strongest activation of a channel back to the pixels.

    All other activations of the layer are set to zero. On the way back a pooling puts the
    signal where the maximum was (its switch), a rectifier rectifies the signal, and a
    convolution is transposed. `places` (row, column) chooses another activation than the
    strongest. ValueError where there is no rectifier on the way to the layer.

    Zeiler & Fergus 2014, https://arxiv.org/abs/1311.2901, section 2.1.
    """
    with inspecting(network, "deconvnet"):
        pixels = ready(images).requires_grad_()
        with deconvolved("deconvnet"):
            maps = as_maps("deconvnet", layer, output_of(network, layer, pixels))
        everyone = torch.arange(len(maps), device=maps.device)
        chosen = maps[everyone, _within(channels, maps, layer)].flatten(1)
        if places is None:
            where = chosen.argmax(dim=1)
        else:
            where = (places[:, 0] * maps.shape[3] + places[:, 1]).to(maps.device)
        activations = chosen.gather(1, where[:, None])[:, 0]
        # The sum's gradient by each activation is that activation, the signal to carry back;
        # to hand it to autograd instead costs a second, in which torch loads SymPy.
        signal = (activations * activations.detach()).sum()
        (carried,) = torch.autograd.grad(signal, pixels)
        return carried


def _within(channels: Tensor, maps: Tensor, layer: str) -> Tensor:
    if len(channels) != len(maps):
        raise ValueError(f"there are {len(maps)} images, but {len(channels)} channels")
    if len(channels) and not 0 <= int(channels.min()) <= int(channels.max()) < maps.shape[1]:
        raise ValueError(
            f"layer {layer!r} has the channels 0 to {maps.shape[1] - 1}, "
            f"but {channels.tolist()} were asked for"
        )
    return channels.clone().to(maps.device)  # an inference tensor cannot be an index
