"""Pattern maximisation: the pictures that excite filters most, and how fine they are."""

from typing import Any

import torch
from torch import Tensor

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

# Ways to the picture of one filter, from the plain one to that with all improvements.
WAYS: dict[str, dict[str, Any]] = {
    "plain": {"manner": "plain", "jitter": 0},
    "jitter": {"manner": "plain"},
    "blur": {"manner": "plain", "jitter": 0, "smoothing": 1.5},
    "fourier": {"manner": "natural", "jitter": 0},
    "natural": {"manner": "natural"},
}


def of_trained(
    data: dict[str, Any],
    run: dict[str, Any],
    layer: str,
    units: list[int],
    steps: int,
    seed: int,
    stand_in: bool,
) -> dict[str, Any]:
    """Maximise units of a trained network's layer in the plain manner, at its images' size."""
    network = trained_network(run, data)
    channels, size = _shape(data)
    patterns = maximise(network, layer, units, size, channels=channels, steps=steps, seed=seed)
    return {"layer": layer, "stand_in": stand_in, **_told(patterns, units, plain=True)}


def of_imagenet(
    network: str,
    weights: str,
    stage: int,
    units: list[int],
    way: str,
    size: int,
    steps: int,
    seed: int,
) -> dict[str, Any]:
    """Maximise units of an ImageNet network's stage in one of the ways."""
    built = imagenet_network(network, weights)
    layer = stages(built)[stage]
    options = dict(WAYS[way])
    if "jitter" not in options:
        options["jitter"] = size // 16
    patterns = maximise(
        built,
        layer,
        units,
        size,
        steps=steps,
        seed=seed,
        prepare=preprocessing(network).prepared,
        **options,
    )
    told = _told(patterns, units, plain=options["manner"] == "plain")
    return {"network": network, "stage": stage, "way": way, **told}


def by_layer(patterns: list[dict[str, Any]]) -> dict[str, Any]:
    """Compare layers: how many filters are silent, and how fine the others' patterns are."""
    rows = [{"layer": one["layer"], **row} for one in patterns for row in one["runs"]]
    layers = [one["layer"] for one in patterns]
    return {
        "stand_in": patterns[0]["stand_in"],
        "layers": layers,
        "runs": rows,
        "filters": len(rows),
        "silent": sum(row["silent"] for row in rows),
        "start": patterns[0]["start_frequency"],
        "summary": {
            one["layer"]: {
                "silent": sum(row["silent"] for row in one["runs"]),
                "frequency": _mean([row["frequency"] for row in one["runs"] if not row["silent"]]),
            }
            for one in patterns
        },
    }


def woken(
    data: dict[str, Any],
    run: dict[str, Any],
    patterns: dict[str, Any],
    layer: str,
    shown: list[int],
    images: int,
    steps: int,
    seed: int,
) -> dict[str, Any]:
    """Maximise what is silent behind a ReLU again, in the layer before it.

    `answers` tells of each whether any of so many test images makes it speak behind the ReLU.
    The units to be shown are there too, silent or not.
    """
    silent = {row["unit"] for row in patterns["runs"] if row["silent"]}
    units = sorted(silent | set(shown))
    again = of_trained(data, run, layer, units, steps, seed, patterns["stand_in"])
    seen, _ = tensors(data, "test")
    with torch.no_grad():
        maps = output_of(trained_network(run, data), patterns["layer"], seen[:images])
    largest = maps.amax(dim=(0, 2, 3))
    rows = [
        {**row, "behind": row["unit"] in silent, "answers": bool(largest[row["unit"]] > 0)}
        for row in again["runs"]
    ]
    asked = [row for row in rows if row["behind"]]
    return {
        **again,
        "runs": rows,
        "images": len(seen[:images]),
        "asked": len(asked),
        "woken": sum(row["end"] > row["start"] for row in asked),
        "answering": sum(row["answers"] for row in asked),
    }


def chosen(patterns: list[dict[str, Any]], units: list[int]) -> dict[str, Any]:
    """Give the pictures of some units, in each of the layers."""
    return {
        "stand_in": patterns[0]["stand_in"],
        "units": units,
        "layers": [one["layer"] for one in patterns],
        "rows": [
            {"layer": one["layer"], **row, "picture": picture}
            for one in patterns
            for row, picture in zip(one["runs"], one["pictures"], strict=True)
            if row["unit"] in units
        ],
    }


def compared(patterns: list[dict[str, Any]]) -> dict[str, Any]:
    """Compare ways to the pictures of the same units."""
    return {
        "ways": {one["way"]: one for one in patterns},
        "summary": {
            one["way"]: {
                measure: summary([row[measure] for row in one["runs"]])
                for measure in ("coarse", "frequency", "end")
            }
            for one in patterns
        },
    }


def _told(patterns: Patterns, units: list[int], *, plain: bool) -> dict[str, Any]:
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


def _shape(data: dict[str, Any]) -> tuple[int, int]:
    """Give the images' channels, and their side."""
    shape = data["test_images"].shape
    return (shape[1] if len(shape) == 4 else 1), shape[-1]  # grey images are kept without


def _noise(images: Tensor) -> Tensor:
    """Give noise such as the plain manner starts from, of the same size."""
    generator = torch.Generator().manual_seed(0)
    return torch.rand(4, *images.shape[1:], generator=generator)


def _mean(values: list[float]) -> dict[str, float]:
    return summary(values or [0.0])
