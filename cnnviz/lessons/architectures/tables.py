"""Tables of lesson 5: architectures."""

from cnnviz.lessons.architectures import results
from cnnviz.lessons.architectures.results import NetworkLayers, NetworkStages
from cnnviz.pages.layout import Table, Writer

NONE = "–"
KINDS = {"Conv2d": "convolution", "MaxPool2d": "pooling", "Flatten": "flatten", "Linear": "dense"}


def lenet5_layers(network_layers: NetworkLayers, write: Writer) -> Table:
    """Lay out LeNet-5 layer by layer, beside Cabral's table."""
    return _by_layer(network_layers["lenet5"], "cabral_lenet5", write)


def simple_cnn_layers(network_layers: NetworkLayers, write: Writer) -> Table:
    """Lay out SimpleCNN layer by layer; Martins prints a total."""
    return _by_layer(network_layers["simple_cnn"], "martins_cnn", write)


def chollet_convnet_layers(network_layers: NetworkLayers, write: Writer) -> Table:
    """Lay out Chollet's convnet layer by layer, beside his table."""
    return _by_layer(network_layers["chollet_convnet"], "chollet", write)


def alexnet_stages(network_stages: NetworkStages, write: Writer) -> Table:
    """Lay out AlexNet, stage by stage."""
    return _by_stage(network_stages["alexnet"], write)


def vgg16_stages(network_stages: NetworkStages, write: Writer) -> Table:
    """Lay out VGG-16, stage by stage."""
    return _by_stage(network_stages["vgg16"], write)


def resnet18_stages(network_stages: NetworkStages, write: Writer) -> Table:
    """Lay out ResNet-18, stage by stage."""
    return _by_stage(network_stages["resnet18"], write)


def mobilenet_v3_small_stages(network_stages: NetworkStages, write: Writer) -> Table:
    """Lay out MobileNetV3-Small, stage by stage."""
    return _by_stage(network_stages["mobilenet_v3_small"], write)


def efficientnet_lite0_stages(network_stages: NetworkStages, write: Writer) -> Table:
    """Lay out EfficientNet-Lite0, stage by stage."""
    return _by_stage(network_stages["efficientnet_lite0"], write)


def accuracy_chart(accuracy_chart: results.Chart, write: Writer) -> Table:
    """Lay out every network of the chart, the best first."""
    rows = []
    for row in sorted(accuracy_chart["networks"], key=lambda row: -row["top1"]):
        top1 = write.number(row["top1"] / 100, "percent")
        operations = write.number(row["operations"], "decimal")
        rows.append([row["name"], top1, operations, _millions(row["parameters"], write)])
    return write.heads("accuracy_chart", "network", "top1", "operations", "parameters"), rows


def _by_layer(network: results.Layers, source: str, write: Writer) -> Table:
    """Lay out a network layer by layer, with the parameters that its source prints."""
    printed, total = write.quoted[source], network["total"]
    rows = []
    for row in network["layers"]:
        name = f"`{row['name']}` {write('tables.layers.' + KINDS[row['kind']])}"
        counts = (row["parameters"], printed.get(row["name"], 0), row["multiply_adds"])
        rows.append([name, _shape(row["shape"], write), *_whole(write, *counts)])
    sums = _whole(write, total["parameters"], printed["total"], total["multiply_adds"])
    rows.append(_bold(write("tables.layers.total"), "", *sums))
    return write.heads("layers", "layer", "shape", "parameters", "source", "multiply_adds"), rows


def _by_stage(network: results.Stages, write: Writer) -> Table:
    """Lay out a network stage by stage: what a stage gives, what it costs, how far it sees."""
    total, whole = network["total"], write("tables.stages.whole")
    rows = []
    for number, stage in enumerate(network["stages"], start=1):
        counts = _whole(write, stage["layers"], stage["parameters"])
        costs = _millions(stage["multiply_adds"], write)
        field = whole if stage["field"] is None else f"{stage['field']} px"
        rows.append([str(number), _shape(stage["shape"], write), *counts, costs, field])
    rows[-1][0], rows[-1][-1] = write("tables.stages.classifier"), NONE
    sums = (*_whole(write, total["parameters"]), _millions(total["multiply_adds"], write))
    rows.append(_bold(write("tables.stages.total"), "", "", *sums, ""))
    heads = ("stage", "shape", "layers", "parameters", "multiply_adds", "field")
    return write.heads("stages", *heads), rows


def _bold(*cells: str) -> list[str]:
    return [f"**{cell}**" if cell else "" for cell in cells]


def _shape(shape: results.Shape, write: Writer) -> str:
    """Write (channel, height, width) as people do: 28×28×8."""
    if len(shape) == 1:
        return write.number(shape[0], "whole")
    channels, height, width = shape
    return f"{height}×{width}×{channels}"


def _whole(write: Writer, *values: int) -> list[str]:
    return [write.number(value, "whole") if value else NONE for value in values]


def _millions(value: int, write: Writer) -> str:
    return write.language.decimals(value / 1e6, 1) if value else NONE
