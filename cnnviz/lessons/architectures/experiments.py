"""Networks as tables: their layers one by one, and their stages, from input to answer."""

from dataclasses import asdict
from itertools import groupby
from typing import cast

import torch

from cnnviz.lessons.architectures import results
from cnnviz.lessons.architectures.results import Shape
from cnnviz.lessons.shared.digits import tensors
from cnnviz.models import network as built
from cnnviz.models.layers import Layer, layer_table
from cnnviz.results import Images

WINDOWED = ("Conv2d", "MaxPool2d", "AvgPool2d")  # how the kinds of layers end that look around


def network_layers(networks: dict[str, Shape]) -> results.NetworkLayers:
    """Give every layer of some networks, for images of the shapes given, and what they add up to.

    Layers that compute nothing of their own (ReLU, dropout) are left out.
    """
    counted: results.NetworkLayers = {}
    for name, shape in networks.items():
        rows = _table(name, shape)
        shown = [row for row in rows if row.parameters or row.kind.endswith((*WINDOWED, "Flatten"))]
        layers = [cast(results.LayerRow, asdict(row)) for row in shown]
        counted[name] = {"image": shape, "layers": layers, "total": _sums(rows)}
    return counted


def network_stages(networks: dict[str, Shape]) -> results.NetworkStages:
    """Sum networks up by stage: consecutive blocks whose maps have one size."""
    return {name: _by_stage(_table(name, shape), shape) for name, shape in networks.items()}


def lenet5_fields(data: Images, network: str, shape: Shape) -> results.Fields:
    """Give the receptive fields of a network's layers, and a test digit in a frame of that size."""
    images, labels = tensors(data, "test")
    digit = images[labels == 3][0, 0]
    border = (shape[1] - len(digit)) // 2
    return {
        "image": torch.nn.functional.pad(digit, (border,) * 4).numpy(),
        "layers": [
            {"name": row.name, "field": row.receptive_field}
            for row in _table(network, shape)
            if row.kind.endswith(WINDOWED) and row.receptive_field
        ],
    }


def _table(name: str, shape: Shape) -> list[Layer]:
    channels, height, width = shape
    with torch.device("meta"):  # shapes without arithmetic: VGG16 takes milliseconds
        return layer_table(built(name).eval(), (channels, height, width))


def _sums(rows: list[Layer]) -> results.Sums:
    return {
        "parameters": sum(row.parameters for row in rows),
        "multiply_adds": sum(row.multiply_adds for row in rows),
    }


def _by_stage(rows: list[Layer], image: Shape) -> results.Stages:
    extractor = [row for row in rows if len(row.shape) == 3]
    classifier = [row for row in rows if len(row.shape) == 1]
    total, of_extractor, of_classifier = map(_sums, (rows, extractor, classifier))
    return {
        "image": image,
        "stages": [*_stages(extractor), _stage(classifier, classifier[-1])],
        "total": total,
        "shares": {
            "extractor": {what: of_extractor[what] / total[what] for what in total},
            "classifier": {what: of_classifier[what] / total[what] for what in total},
        },
        "fields": [
            row.receptive_field
            for row in extractor
            if row.kind.endswith(WINDOWED) and row.shape[1] > 1 and "downsample" not in row.name
        ],
    }


def _stages(rows: list[Layer]) -> list[results.Stage]:
    """Join blocks whose last maps have one size; what shrinks to a single place stays behind."""
    joined: list[list[Layer]] = []
    # The block of `features.3.0.block.0.0` is `features.3`.
    for _, block in groupby(rows, key=lambda row: row.name.split(".")[:2]):
        layers = list(block)
        side = layers[-1].shape[1]
        if joined and side in (1, _last(joined[-1]).shape[1]):
            joined[-1] += layers
        else:
            joined.append(layers)
    return [_stage(stage, _last(stage)) for stage in joined]


def _stage(rows: list[Layer], last: Layer) -> results.Stage:
    sums = _sums(rows)
    return {
        "shape": list(last.shape),
        "layers": sum(row.multiply_adds > 0 for row in rows),
        "field": last.receptive_field,
        "parameters": sums["parameters"],
        "multiply_adds": sums["multiply_adds"],
    }


def _last(rows: list[Layer]) -> Layer:
    """Give the last layer whose maps have more than one place."""
    return next(row for row in reversed(rows) if row.shape[1] > 1)
