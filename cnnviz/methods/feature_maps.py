"""Feature maps: what each layer makes of the images."""

from collections.abc import Sequence

import torch
from jaxtyping import Float
from torch import Tensor, nn

from cnnviz.inspection import inspecting, ready
from cnnviz.recording import recording


def feature_maps(
    network: nn.Module,
    images: Float[Tensor, "image channel height width"],
    layers: Sequence[str] | None = None,
) -> dict[str, Tensor]:
    """Give the outputs of the named layers, in one pass.

    Without names, of every layer that has no layers inside it, in the order in which they
    run. Maps are (image, channel, height, width), vectors (image, feature).
    """
    names = _leaves(network) if layers is None else layers
    with inspecting(network, "feature_maps"), torch.no_grad():
        with recording(network, *names) as outputs:
            network(ready(images))
        if layers is None:
            return dict(outputs)
        return {name: outputs[name] for name in names}


def _leaves(network: nn.Module) -> list[str]:
    return [name for name, part in network.named_modules() if name and not any(part.children())]
