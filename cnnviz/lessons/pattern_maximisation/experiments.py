"""Pattern maximisation: the pictures that excite filters most, and how fine they are."""

from typing import Any, Literal

import torch
from torch import Tensor

from cnnviz.lessons.pattern_maximisation import results
from cnnviz.lessons.shared.digits import tensors
from cnnviz.lessons.shared.photos import imagenet_network
from cnnviz.lessons.shared.pictured import pictured
from cnnviz.lessons.shared.repeats import summary
from cnnviz.lessons.shared.trained import trained_network
from cnnviz.methods.frequencies import coarse_share, mean_frequency
from cnnviz.methods.maximise import Patterns, deprocessed, maximise
from cnnviz.models import preprocessing
from cnnviz.models.stages import stages
from cnnviz.recording import output_of
from cnnviz.results import Images, Run, where

MEASURES: tuple[Literal["coarse", "frequency", "end"], ...] = ("coarse", "frequency", "end")


def patterns(
    data: Images, run: Run, layer: str, units: list[int], steps: int, seed: int
) -> results.Patterns:
    """Maximise units of a trained network's layer in the plain manner, at its images' size."""
    images, _ = tensors(data, "test")
    channels, size, _ = images.shape[1:]
    network = trained_network(run, data)
    made = maximise(network, layer, units, size, channels=channels, steps=steps, seed=seed)
    return {"layer": layer, **_ascent(made, units, plain=True)}


def imagenet_patterns(
    network: str, weights: str, stage: int, units: list[int], way: str, size: int, **recipe: Any
) -> results.StagePatterns:
    """Maximise units of an ImageNet network's stage in a way, whose recipe is for `maximise`."""
    built, prepare = imagenet_network(network, weights), preprocessing(network).prepared
    made = maximise(built, stages(built)[stage], units, size, prepare=prepare, **recipe)
    ascent = _ascent(made, units, plain=recipe["manner"] == "plain")
    return {"network": network, "stage": stage, "way": way, **ascent}


def patterns_by_layer(patterns: list[results.Patterns]) -> results.ByLayer:
    """Compare layers: how many filters are silent, and how fine the others' patterns are."""
    rows: list[results.LayerPattern] = [
        {"layer": one["layer"], **row} for one in patterns for row in one["runs"]
    ]
    layers = [one["layer"] for one in patterns]
    return {
        "layers": layers,
        "runs": rows,
        "filters": len(rows),
        "silent": len(where(rows, silent=True)),
        "start": patterns[0]["start_frequency"],
        "summary": {layer: _summary(where(rows, layer=layer)) for layer in layers},
    }


def woken(
    data: Images,
    run: Run,
    behind: results.Patterns,
    layer: str,
    shown: list[int],
    images: int,
    steps: int,
    seed: int,
) -> results.Woken:
    """Maximise what is silent behind a ReLU again, in the layer before it.

    `answers` tells of each whether any of so many test images makes it speak behind the ReLU.
    The units to be shown are there too, silent or not.
    """
    silent = {row["unit"] for row in where(behind["runs"], silent=True)}
    before = patterns(data, run, layer, sorted(silent | set(shown)), steps, seed)
    seen = tensors(data, "test")[0][:images]
    with torch.no_grad():
        maps = output_of(trained_network(run, data), behind["layer"], seen)
    answers = (maps > 0).any(dim=(0, 2, 3))
    rows: list[results.Asked] = [
        {**row, "behind": row["unit"] in silent, "answers": bool(answers[row["unit"]])}
        for row in before["runs"]
    ]
    asked = where(rows, behind=True)
    return {
        **before,
        "runs": rows,
        "images": len(seen),
        "asked": len(asked),
        "woken": sum(row["end"] > row["start"] for row in asked),
        "answering": len(where(asked, answers=True)),
    }


def two_filters(
    patterns: list[results.Patterns | results.Woken], units: list[int]
) -> results.TwoFilters:
    """Give the pictures of some units, in each of the layers."""
    rows: list[results.Pictured] = [
        {"layer": one["layer"], **row, "picture": picture}
        for one in patterns
        for row, picture in zip(one["runs"], one["pictures"], strict=True)
        if row["unit"] in units
    ]
    return {"units": units, "layers": [one["layer"] for one in patterns], "rows": rows}


def pattern_ways(patterns: list[results.StagePatterns]) -> results.Ways:
    """Compare ways to the pictures of the same units."""
    return {
        "ways": {one["way"]: one for one in patterns},
        "summary": {
            one["way"]: {of: summary([row[of] for row in one["runs"]]) for of in MEASURES}
            for one in patterns
        },
    }


def _ascent(
    patterns: Patterns, units: list[int], *, plain: bool
) -> results.Ascent[results.Pattern]:
    """Tell of patterns: a row for each unit, its course, and its picture as one looks at it."""
    images = patterns.images.cpu()
    shown = deprocessed(images) if plain else images
    coarse, frequency = coarse_share(images), mean_frequency(images)
    courses = patterns.activations.cpu().T
    return {
        "runs": [
            {
                "unit": unit,
                "silent": bool(patterns.silent[at]),
                "start": float(courses[at, 0]),
                "end": float(courses[at, -1]),
                "coarse": float(coarse[at]),
                "frequency": float(frequency[at]),
            }
            for at, unit in enumerate(units)
        ],
        "courses": courses.tolist(),
        "start_frequency": float(mean_frequency(_noise(images)).mean()),
        "pictures": [pictured(image) for image in shown],
    }


def _noise(images: Tensor) -> Tensor:
    """Give noise such as the plain manner starts from, of the same size."""
    generator = torch.Generator().manual_seed(0)
    return torch.rand(4, *images.shape[1:], generator=generator)


def _summary(rows: list[results.LayerPattern]) -> results.LayerSummary:
    awake = [row["frequency"] for row in where(rows, silent=False)]
    return {"silent": len(rows) - len(awake), "frequency": summary(awake or [0.0])}
