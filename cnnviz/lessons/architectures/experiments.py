"""Networks as tables: their layers one by one, and their stages, from input to answer."""

from dataclasses import asdict
from itertools import groupby
from typing import Any

import torch

from cnnviz.lessons.shared.digits import tensors
from cnnviz.models import network as built
from cnnviz.models.layers import Layer, layer_table

WINDOWED = ("Conv2d", "MaxPool2d", "AvgPool2d")  # how the kinds of layers end that look around
SHAPE, PARAMETERS, MULTIPLY_ADDS = "shape", "parameters", "multiply_adds"


def layers(networks: dict[str, list[int]]) -> dict[str, Any]:
    """Give every layer of some networks, for images of the shapes given, and what they add up to.

    Layers that compute nothing of their own (ReLU, dropout) are left out.
    """
    return {
        name: {
            "image": shape,
            "layers": [asdict(row) for row in _table(name, shape) if _is_shown(row)],
            "total": _sums(_table(name, shape)),
        }
        for name, shape in networks.items()
    }


def stages(networks: dict[str, list[int]]) -> dict[str, Any]:
    """Sum networks up by stage: consecutive blocks whose maps have one size.

    For each network its stages, the layers that flatten and classify as the last one, the
    shares of `extractor` and `classifier`, and the receptive field behind each layer that has
    a window. A field of None is the whole image.
    """
    return {name: _by_stage(_table(name, shape), shape) for name, shape in networks.items()}


def fields(data: dict[str, Any], network: str, image_shape: list[int]) -> dict[str, Any]:
    """Give the receptive fields of a network's layers, and a test digit in a frame of that size."""
    images, labels = tensors(data, "test")
    digit = images[labels == 3][0, 0]
    border = (image_shape[1] - digit.shape[0]) // 2
    framed = torch.nn.functional.pad(digit, (border, border, border, border))
    seen = [row for row in _table(network, image_shape) if row.kind.endswith(WINDOWED)]
    return {
        "image": framed.numpy(),
        "layers": [{"name": row.name, "field": row.receptive_field} for row in seen],
    }


def _table(name: str, shape: list[int]) -> list[Layer]:
    channels, height, width = shape
    with torch.device("meta"):  # shapes without arithmetic: VGG16 takes milliseconds
        return layer_table(built(name).eval(), (channels, height, width))


def _is_shown(row: Layer) -> bool:
    return bool(row.parameters) or row.kind.endswith((*WINDOWED, "Flatten"))


def _sums(rows: list[Layer]) -> dict[str, int]:
    return {
        PARAMETERS: sum(row.parameters for row in rows),
        MULTIPLY_ADDS: sum(row.multiply_adds for row in rows),
    }


def _by_stage(rows: list[Layer], image: list[int]) -> dict[str, Any]:
    total = _sums(rows)
    extractor = [row for row in rows if len(row.shape) == 3]
    classifier = [row for row in rows if len(row.shape) == 1]
    parts = {"extractor": _sums(extractor), "classifier": _sums(classifier)}
    return {
        "image": image,
        "stages": [*_stages(extractor), _stage(classifier, classifier[-1])],
        "total": total,
        "shares": {
            part: {what: sums[what] / total[what] for what in total} for part, sums in parts.items()
        },
        "fields": [
            row.receptive_field
            for row in extractor
            if row.kind.endswith(WINDOWED) and row.shape[1] > 1 and "downsample" not in row.name
        ],
    }


def _stages(rows: list[Layer]) -> list[dict[str, Any]]:
    """Join blocks whose last maps have one size; what shrinks to a single place stays behind."""
    blocks = [list(block) for _, block in groupby(rows, key=_block)]
    joined: list[list[Layer]] = []
    for block in blocks:
        side = block[-1].shape[1]
        if joined and (side == 1 or side == _last(joined[-1]).shape[1]):
            joined[-1] += block
        else:
            joined.append(block)
    return [_stage(stage, _last(stage)) for stage in joined]


def _stage(rows: list[Layer], last: Layer) -> dict[str, Any]:
    return {
        SHAPE: list(last.shape),
        "layers": sum(row.multiply_adds > 0 for row in rows),
        "field": last.receptive_field,
        **_sums(rows),
    }


def _last(rows: list[Layer]) -> Layer:
    """Give the last layer whose maps have more than one place."""
    return next(row for row in reversed(rows) if row.shape[1] > 1)


def _block(row: Layer) -> str:
    """Name the block of a layer: `features.3` of `features.3.0.block.0.0`."""
    return ".".join(row.name.split(".")[:2])
