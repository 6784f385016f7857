"""CAM: which places speak for a class, for networks that average their last maps."""

import torch
from jaxtyping import Float, Int
from torch import Tensor, nn

from cnnviz.inspection import as_maps, inspecting, ready
from cnnviz.recording import layer_module, recording


def cam(
    network: nn.Module,
    layer: str,
    head: str,
    images: Float[Tensor, "image channel height width"],
    classes: Int[Tensor, " image"],
) -> Float[Tensor, "image map_height map_width"]:
    """Sum the last feature maps, each weighed by its weight for the class.

    `layer` gives the maps, `head` is the linear layer that scores their averages. Raw, with
    evidence against the class as negative numbers: Zhou et al. keep it. ValueError where the
    head is not fed by the maps' averages, since the map would then show something else.

    Zhou et al. 2016, https://arxiv.org/abs/1512.04150, equation 2.
    """
    linear = layer_module(network, head)
    if not isinstance(linear, nn.Linear):
        raise ValueError(f"cam needs a linear head, but {head!r} is a {type(linear).__name__}")
    with inspecting(network, "cam"), torch.no_grad():
        averages: list[Tensor] = []
        watch = linear.register_forward_pre_hook(lambda _module, given: averages.append(given[0]))
        with watch, recording(network, layer) as outputs:
            network(ready(images))
        maps = as_maps("cam", layer, outputs[layer])
        means = maps.mean(dim=(2, 3))
        fed = averages[0].shape == means.shape and torch.allclose(
            averages[0], means, rtol=1e-4, atol=1e-6 * float(means.abs().max())
        )
        if not fed:
            raise ValueError(
                f"cam needs a head that is given the average of each map of {layer!r}, but "
                f"{head!r} is given something else: use grad_cam, which needs no averaging"
            )
        return torch.einsum("ichw,ic->ihw", maps, linear.weight[classes.to(maps.device)])
