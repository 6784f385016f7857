"""DeepDream: photographs, and noise, that a layer changes to its liking."""

from collections.abc import Iterator
from itertools import product
from typing import Any

import numpy as np
import torch
from jaxtyping import Float
from torch import Tensor, nn
from torch.nn.functional import interpolate

from cnnviz.lessons.deepdream import results
from cnnviz.lessons.shared.photos import imagenet_network, picture
from cnnviz.lessons.shared.pictured import pictured
from cnnviz.lessons.shared.repeats import summaries_of
from cnnviz.methods.deepdream import Dream, deepdream
from cnnviz.methods.frequencies import mean_frequency
from cnnviz.models import network as built
from cnnviz.models import preprocessing
from cnnviz.models.imagenet import class_names
from cnnviz.models.stages import stages
from cnnviz.training import probabilities, seeded

NOISE = "noise"  # stands for a photograph: grey noise as in pattern maximisation
FRAMES = 4  # kept of each octave


def dream(
    network: str,
    weights: str,
    data: dict[str, np.ndarray],
    photos: list[str],
    stage: int,
    size: list[int],
    seed: int,
    untrained: bool,
    frames: bool,
    **recipe: Any,
) -> results.Dream:
    """Let a stage of the network dream on photographs, cut to a size of (height, width).

    `untrained` takes the network with new weights. `frames` keeps pictures on the way, of the
    first photograph.
    """
    judge = imagenet_network(network, weights)
    dreamer = _untrained(network, seed) if untrained else judge
    layer, prepare = stages(dreamer)[stage], preprocessing(network).prepared
    images = torch.cat([_start(data, name, size, seed) for name in photos])
    dreamt = deepdream(dreamer, layer, images, prepare=prepare, seed=seed, history=frames, **recipe)
    before, after = (_answers(judge, network, some) for some in (images, dreamt.images))
    runs: list[results.Dreamt] = []
    for at, name in enumerate(photos):
        change = dreamt.images[at : at + 1] - images[at]
        run: results.Dreamt = {
            "photo": name,
            "stage": stage,
            "excitement": dreamt.excitement[:, :, at].tolist(),
            "frequency": float(mean_frequency(change)),
            "changed": float(change.abs().mean()),
            "before": before[at],
            "after": after[at],
        }
        runs.append(run)
    return {
        "network": network,
        "stage": stage,
        "untrained": untrained,
        "runs": runs,
        "originals": [pictured(image) for image in images],
        "pictures": [pictured(image) for image in dreamt.images],
        "frames": list(_frames(dreamt)),
    }


def dream_photo(
    dreams: list[results.Dream], untrained: results.Dream, photo: int
) -> results.DreamPhoto:
    """Put the dreams of several stages on one photograph side by side, and an untrained one's.

    `photo` counts from 0 in the dreams. The untrained network dreamt on that photograph only.
    """
    return {
        "network": dreams[0]["network"],
        "original": dreams[0]["originals"][photo],
        "pictures": {f"{dream['stage']}": dream["pictures"][photo] for dream in dreams},
        "untrained": untrained["pictures"][0],
        "untrained_stage": untrained["stage"],
        "runs": [dream["runs"][photo] for dream in dreams],
    }


def dream_layers(dreams: list[results.Dream], untrained: results.Dream) -> results.DreamLayers:
    """Put the dreams on the first photograph side by side, and sum up those on all of them."""
    runs = [run for dream in dreams for run in dream["runs"]]
    summary = summaries_of(("frequency", "changed"), runs, "stage")
    return {**dream_photo(dreams, untrained, 0), "runs": runs, "summary": summary}


def dream_starts(photos: results.Dream, noise: results.Dream) -> results.DreamStarts:
    """Put the dreams of one stage side by side that began on different pictures."""
    rows = []
    for dream in (photos, noise):
        each = zip(dream["runs"], dream["originals"], dream["pictures"], strict=True)
        rows += [{"photo": run["photo"], "original": old, "picture": new} for run, old, new in each]
    return {"network": photos["network"], "stage": photos["stage"], "rows": rows}


def dream_course(dream: results.Dream) -> results.DreamCourse:
    """Give how excited the stage was at each kept moment, without the pictures."""
    moments: list[results.Moment] = [
        {"octave": frame["octave"], "step": frame["step"], "excitement": frame["excitement"]}
        for frame in dream["frames"]
    ]
    return {"stage": dream["stage"], "columns": FRAMES, "frames": moments}


def _start(
    data: dict[str, np.ndarray], name: str, size: list[int], seed: int
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


def _answers(judge: nn.Module, network: str, images: Tensor) -> list[results.Answer]:
    """Give what the trained network takes each picture for."""
    preparation = preprocessing(network)
    framed = preparation.prepared(preparation.framed(images))
    chances, classes = probabilities(judge, framed).max(dim=1)
    names, answers = class_names("imagenet"), zip(classes.tolist(), chances.tolist(), strict=True)
    return [{"name": names[number], "probability": chance} for number, chance in answers]


def _frames(dreamt: Dream) -> Iterator[results.Frame]:
    """Keep as many moments of each octave, its first and its last step among them."""
    if dreamt.history is None:
        return
    octaves, steps, _ = dreamt.excitement.shape
    kept = np.linspace(0, steps - 1, FRAMES).round().astype(int).tolist()
    for octave, step in product(range(octaves), kept):
        yield {
            "octave": octave + 1,
            "step": step + 1,
            "excitement": float(dreamt.excitement[octave, step, 0]),
            "picture": pictured(dreamt.history[octave * steps + step, 0]),
        }
