"""Photographs, and the ImageNet network that looks at them."""

from pathlib import Path
from typing import Any

import numpy as np
import torch
from jaxtyping import Float
from torch import Tensor, nn

from cnnviz.choice import pick
from cnnviz.data.photos import photos
from cnnviz.models import network as built
from cnnviz.models import preprocessing


def shown(folder: str, files: dict[str, str]) -> dict[str, np.ndarray]:
    """Read photographs as bytes, (height, width, channel), by their names.

    The digests of the files are an argument so that other files are another step.
    """
    del files
    read = photos(Path(folder) if folder else None)
    return {
        name: image.mul(255).round().byte().permute(1, 2, 0).contiguous().numpy()
        for name, image in read.items()
    }


def picture(data: dict[str, Any], name: str) -> Float[Tensor, "3 height width"]:
    """Give a photograph by its name, in [0, 1]."""
    return torch.from_numpy(pick("photograph", name, data)).permute(2, 0, 1).float() / 255


def imagenet_network(network: str, weights: str) -> nn.Module:
    """Give the profile's ImageNet network, in evaluation mode."""
    return built(network, weights=weights)


def seen(network: str, data: dict[str, Any], names: list[str]) -> tuple[Tensor, Tensor]:
    """Give photographs as a network is to see them: in colours of [0, 1], and in its units."""
    preparation = preprocessing(network)
    framed = torch.cat([preparation.framed(picture(data, name)[None]) for name in names])
    return framed, preparation.prepared(framed)
