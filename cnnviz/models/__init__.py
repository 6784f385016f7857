"""The networks of the course, by name, with layers named for readers."""

from pathlib import Path

import torch
from jaxtyping import Float
from torch import Tensor, nn

from cnnviz.choice import UnknownName
from cnnviz.models.architecture import Architecture, architecture
from cnnviz.models.preparation import Preparation
from cnnviz.models.weights import load, state_dict


def network(name: str, *, weights: str | Path | None = None, **options: int) -> nn.Module:
    """Build a network by its name; the options are those of its own function.

    Weights are "packaged" (they come with a package), "torchvision" (published; fetched into
    CNNVIZ_DATA/weights where they are not there yet), or a .safetensors, .pth or .pt file. With
    weights the network is in evaluation mode; without, it is new and in training mode.
    """
    found = architecture(name)
    for option in options:
        if option not in found.options:
            raise UnknownName(f"option of {name}", option, found.options)
    if weights is None:
        return found.build(**options)
    file = _file(name, found, str(weights), options)
    state = found.our_names(state_dict(file))
    built = found.build(**options)
    load(built, state, origin=f"{file}, for {name}")
    return built.eval()


def fitted(
    name: str, images: Float[Tensor, "image channel height width"], classes: int
) -> nn.Module:
    """Build a new network for these images: it is told channels, size and classes if it takes them.

    Its batch statistics follow the batches with PyTorch's usual momentum of 0.1. MobileNetV3's
    own of 0.01 is meant for ImageNet's hundred thousands of steps: after a few hundred, the
    statistics would still be those of the untrained network, and its answers chance.

    ValueError where it cannot take such images or give so many classes.
    """
    found = architecture(name)
    told = {"channels": images.shape[1], "size": images.shape[2], "classes": classes}
    built = found.build(**{o: told[o] for o in found.options if o in told})
    for part in built.modules():
        if isinstance(part, nn.BatchNorm2d):
            part.momentum = 0.1
    shape = "×".join(str(side) for side in images.shape[1:])
    try:
        with torch.no_grad():
            scores = built.eval()(torch.zeros(1, *images.shape[1:]))
    except RuntimeError as error:
        raise ValueError(f"{name} does not take images of {shape}: {error}") from error
    if scores.shape != (1, classes):
        raise ValueError(f"{name} gives {scores.shape[1]} scores, but there are {classes} classes")
    return built.train()


def preprocessing(name: str) -> Preparation:
    """Give what a network's images need before it sees them."""
    return architecture(name).preparation


def _file(name: str, architecture: Architecture, weights: str, options: dict[str, int]) -> Path:
    if weights in architecture.weights:
        if options.get("classes", 1000) != 1000:
            raise ValueError(
                f"{name}'s {weights} weights are for ImageNet's 1,000 classes, "
                f"not {options['classes']}: leave out the classes or the weights"
            )
        return architecture.weights[weights]()
    if Path(weights).name == weights and not Path(weights).suffix:
        what = f"weight file, and no published weights of {name}, called"
        raise UnknownName(what, weights, architecture.weights)
    return Path(weights).expanduser()
