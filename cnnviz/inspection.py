"""What every method needs of a network before it looks inside: evaluation mode, scores, maps."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import torch
from jaxtyping import Float, Int
from torch import Tensor, nn
from torch.func import functional_call


@contextmanager
def inspecting(network: nn.Module, method: str) -> Iterator[None]:
    """Let gradients flow while the block lasts, also inside `no_grad` and `inference_mode`.

    A network in training mode is refused, because it would answer otherwise each time and
    change its batch statistics by being looked at.
    """
    for name, module in network.named_modules():
        if module.training:
            where = f" (its layer {name!r} is in training mode)" if name else ""
            raise ValueError(
                f"{method} needs a network in evaluation mode{where}: call network.eval()"
            )
        if isinstance(module, torch.jit.ScriptModule):
            raise ValueError(
                f"{method} cannot look inside a network compiled with torch.jit: "
                "give it the network as it was before"
            )
    if any(weights.is_inference() for weights in network.parameters()):
        raise ValueError(
            f"{method} needs gradients, and this network was made inside torch.inference_mode(): "
            "make or load it outside"
        )
    with torch.inference_mode(False), torch.enable_grad():
        yield


def ready(images: Float[Tensor, "image channel height width"]) -> Tensor:
    """Give images that belong to no graph, laid out as processors like them best.

    With the channels of a pixel side by side in memory, pooling and most convolutions are
    1.1 to 2.3 times as fast on a processor, and equal but for rounding.
    """
    own = images.detach().clone() if images.is_inference() else images.detach()
    return own.contiguous(memory_format=torch.channels_last)


def often(network: nn.Module) -> Callable[[Tensor], Tensor]:
    """Give the network as a function for many passes: its weights frozen, and laid out once.

    The weights are copies where their layout changes; the network keeps its own.
    """
    weights = {name: _laid_out(value.detach()) for name, value in network.named_parameters()}
    return lambda images: functional_call(network, weights, (images,))


def _laid_out(weights: Tensor) -> Tensor:
    if weights.ndim != 4:
        return weights
    return weights.contiguous(memory_format=torch.channels_last)


def score(
    outputs: Float[Tensor, "image ..."], classes: Int[Tensor, " choice"]
) -> Float[Tensor, " image"]:
    """Give each image's score, before the softmax, for its class.

    A network with one output, whose sigmoid is the probability of class 1, has the score of
    class 0 with the sign turned.
    """
    if len(outputs) != len(classes):
        raise ValueError(f"there are {len(outputs)} images, but {len(classes)} classes")
    if outputs.ndim != 2:
        raise ValueError(
            f"the network gives {tuple(outputs.shape)}, but scores of (image, class) are needed"
        )
    last = max(outputs.shape[1] - 1, 1)
    if len(classes) and not 0 <= int(classes.min()) <= int(classes.max()) <= last:
        raise ValueError(
            f"this network's classes are 0 to {last}, but {classes.tolist()} were asked for"
        )
    classes = classes.detach().clone().to(outputs.device)  # inference tensors cannot be indices
    if outputs.shape[1] == 1:
        return torch.where(classes == 1, outputs[:, 0], -outputs[:, 0])
    return outputs.gather(1, classes[:, None])[:, 0]


def as_maps(method: str, layer: str, output: Tensor) -> Float[Tensor, "image channel height width"]:
    """Give a layer's output if it has maps, and refuse vectors: they have no places."""
    if output.ndim != 4:
        raise ValueError(
            f"{method} needs a layer with maps (image, channel, height, width), but {layer!r} "
            f"gives {tuple(output.shape)}: choose a convolution, its activation or a pooling"
        )
    return output
