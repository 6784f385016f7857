"""DeepDream: photographs, and noise, that a layer changes to its liking."""

from typing import Any

import numpy as np
import torch
from jaxtyping import Float
from torch import Tensor, nn
from torch.nn.functional import interpolate

from cnnviz.lessons.shared.photos import imagenet_network, picture
from cnnviz.lessons.shared.pictured import pictured
from cnnviz.lessons.shared.repeats import summary
from cnnviz.methods.deepdream import deepdream
from cnnviz.methods.frequencies import mean_frequency
from cnnviz.models import network as built
from cnnviz.models import preprocessing
from cnnviz.models.imagenet import class_names
from cnnviz.models.stages import stages
from cnnviz.training import probabilities, seeded

NOISE = "noise"  # stands for a photograph: grey noise as in pattern maximisation
FRAMES = 4  # kept of each octave


def dreamt(
    network: str,
    weights: str,
    data: dict[str, Any],
    photos: list[str],
    stage: int,
    size: list[int],
    seed: int,
    untrained: bool,
    frames: bool,
    **recipe: Any,
) -> dict[str, Any]:
    """Let a stage of the network dream on photographs, cut to a size of (height, width).

    Gives a row for each photograph: how excited the stage was at the first and the last step of
    each octave, how fine the change is (in cycles a pixel) and how large, and what the network
    takes the dream for. `untrained` takes the network with new weights. `frames` keeps pictures
    on the way, of the first photograph.
    """
    dreamer = _untrained(network, seed) if untrained else imagenet_network(network, weights)
    prepare = preprocessing(network).prepared
    images = torch.cat([_start(data, name, size, seed) for name in photos])
    layer = stages(dreamer)[stage]
    dream = deepdream(dreamer, layer, images, prepare=prepare, seed=seed, history=frames, **recipe)
    change = dream.images - images
    answers = {
        when: _answers(imagenet_network(network, weights), network, shown)
        for when, shown in (("before", images), ("after", dream.images))
    }
    kept = []
    if dream.history is not None:
        kept = _frames(dream.history[:, 0], dream.excitement[..., 0])
    return {
        "network": network,
        "stage": stage,
        "untrained": untrained,
        "runs": [
            {
                "photo": name,
                "stage": stage,
                "excitement": dream.excitement[:, :, at].tolist(),
                "frequency": float(mean_frequency(change[at : at + 1])),
                "changed": float(change[at].abs().mean()),
                "before": answers["before"][at],
                "after": answers["after"][at],
            }
            for at, name in enumerate(photos)
        ],
        "originals": [pictured(image) for image in images],
        "pictures": [pictured(image) for image in dream.images],
        "frames": kept,
    }


def by_stage(dreams: list[dict[str, Any]], untrained: dict[str, Any]) -> dict[str, Any]:
    """Put the dreams of several stages side by side, and that of an untrained network."""
    return {
        "network": dreams[0]["network"],
        "original": dreams[0]["originals"][0],
        "pictures": {str(dream["stage"]): dream["pictures"][0] for dream in dreams},
        "untrained": untrained["pictures"][0],
        "untrained_stage": untrained["stage"],
        "runs": [row for dream in dreams for row in dream["runs"]],
        "summary": {
            str(dream["stage"]): {
                measure: summary([row[measure] for row in dream["runs"]])
                for measure in ("frequency", "changed")
            }
            for dream in dreams
        },
    }


def by_start(dream: dict[str, Any], noise: dict[str, Any]) -> dict[str, Any]:
    """Put the dreams of one stage side by side that began on different pictures."""
    rows = [
        {"photo": row["photo"], "original": original, "picture": shown}
        for one in (dream, noise)
        for row, original, shown in zip(one["runs"], one["originals"], one["pictures"], strict=True)
    ]
    return {"network": dream["network"], "stage": dream["stage"], "rows": rows}


def course(dream: dict[str, Any]) -> dict[str, Any]:
    """Give how excited the stage was at each kept moment, without the pictures."""
    return {
        "stage": dream["stage"],
        "columns": FRAMES,
        "frames": [
            {name: value for name, value in frame.items() if name != "picture"}
            for frame in dream["frames"]
        ],
    }


def _start(
    data: dict[str, Any], name: str, size: list[int], seed: int
) -> Float[Tensor, "1 3 height width"]:
    """Give a photograph, its middle cut to the proportions and made as large; or noise."""
    height, width = size
    if name == NOISE:
        generator = torch.Generator().manual_seed(seed)
        return (torch.rand(1, 3, height, width, generator=generator) * 20 + 128) / 255
    image = picture(data, name)[None]
    times = max(height / image.shape[2], width / image.shape[3])
    sides = [max(round(image.shape[2] * times), height), max(round(image.shape[3] * times), width)]
    scaled = interpolate(image, sides, mode="bilinear", antialias=True).clamp(0, 1)
    top, left = (sides[0] - height) // 2, (sides[1] - width) // 2
    return scaled[:, :, top : top + height, left : left + width]


def _untrained(network: str, seed: int) -> nn.Module:
    with seeded(seed):
        return built(network).eval()


def _answers(judge: nn.Module, network: str, images: Tensor) -> list[dict[str, Any]]:
    """Give what the trained network takes each picture for."""
    preparation = preprocessing(network)
    framed = preparation.prepared(preparation.framed(images))
    chances, classes = probabilities(judge, framed).max(dim=1)
    names = class_names("imagenet")
    return [
        {"name": names[int(number)], "probability": float(chance)}
        for number, chance in zip(classes, chances, strict=True)
    ]


def _frames(
    history: Float[Tensor, "moment channel height width"],
    excitement: Float[Tensor, "octave step"],
) -> list[dict[str, Any]]:
    """Keep as many moments of each octave, its first and its last step among them."""
    octaves, steps = excitement.shape
    kept = np.linspace(0, steps - 1, FRAMES).round().astype(int).tolist()
    return [
        {
            "octave": octave + 1,
            "step": step + 1,
            "excitement": float(excitement[octave, step]),
            "picture": pictured(history[octave * steps + step]),
        }
        for octave in range(octaves)
        for step in kept
    ]
