"""Where a network's maps get smaller: its stages, found by depth and not by name."""

from math import log2

import torch
from torch import Tensor, nn

from cnnviz.recording import recording

MOST = 0.9  # of a network's convolutions: a part that has so many is its trunk


def stages(network: nn.Module, size: int = 224) -> dict[int, str]:
    """Name the last layer or block of the trunk at each size of its maps.

    The keys say how much smaller the maps are than a picture of `size` pixels a side, as the
    nearest power of two: of VGG16, stage 8 is "features.22", of EfficientNet-Lite0 "features.3".
    The trunk is the part that has nearly all convolutions, or the network itself.
    """
    like = next(network.parameters(), torch.empty(0))
    with torch.no_grad(), recording(network, *_parts(network)) as outputs:
        network(torch.zeros(1, 3, size, size).to(like))
    return {
        2 ** round(log2(size / output.shape[2])): layer
        for layer, output in outputs.items()
        if _has_places(output)
    }


def _parts(network: nn.Module) -> list[str]:
    """Name the parts of the trunk, in the order of their definition."""
    path, trunk = "", network
    while True:
        large = [
            (name, part)
            for name, part in trunk.named_children()
            if any(part.children()) and _convolutions(part) > MOST * _convolutions(trunk)
        ]
        if not large:
            return [path + name for name, _ in trunk.named_children()]
        name, trunk = large[0]
        path += f"{name}."


def _convolutions(part: nn.Module) -> int:
    return sum(isinstance(module, nn.Conv2d) for module in part.modules())


def _has_places(output: Tensor) -> bool:
    return output.ndim == 4 and output.shape[2] > 1
