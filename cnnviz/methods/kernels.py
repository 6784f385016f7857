"""Kernels: the weights of a convolution as pictures."""

from jaxtyping import Float
from torch import Tensor, nn

from cnnviz.recording import layer_module


def kernels(network: nn.Module, layer: str) -> Float[Tensor, "filter channel height width"]:
    """Give a copy of a convolution's kernels, one picture a filter.

    ValueError where the layer is no two-dimensional convolution; those that are one are named.
    """
    module = layer_module(network, layer)
    if isinstance(module, nn.Conv2d):
        return module.weight.detach().clone()
    there = [name for name, part in network.named_modules() if isinstance(part, nn.Conv2d)]
    raise ValueError(
        f"layer {layer!r} is a {type(module).__name__} and has no kernels. "
        f"The convolutions are: {', '.join(there) or 'none'}"
    )
