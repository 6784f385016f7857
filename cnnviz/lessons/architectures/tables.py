"""Tables of lesson 5: architectures."""

from functools import partial
from typing import Any

from cnnviz.pages.language import Language, Words
from cnnviz.pages.layout import Table

# Of the three small networks, the source whose table stands beside ours; Martins prints a total.
SOURCES = {"lenet5": "cabral_lenet5", "simple_cnn": "martins_cnn", "chollet_convnet": "chollet"}
NONE = "–"


def lenet5_layers(
    network_layers: dict[str, Any], words: Words, language: Language, quoted: dict[str, Any]
) -> Table:
    """Lay out lenet5, layer by layer."""
    return _by_layer("lenet5", network_layers, words, language, quoted)


def simple_cnn_layers(
    network_layers: dict[str, Any], words: Words, language: Language, quoted: dict[str, Any]
) -> Table:
    """Lay out simple_cnn, layer by layer."""
    return _by_layer("simple_cnn", network_layers, words, language, quoted)


def chollet_convnet_layers(
    network_layers: dict[str, Any], words: Words, language: Language, quoted: dict[str, Any]
) -> Table:
    """Lay out chollet_convnet, layer by layer."""
    return _by_layer("chollet_convnet", network_layers, words, language, quoted)


def alexnet_stages(
    network_stages: dict[str, Any], words: Words, language: Language, quoted: dict[str, Any]
) -> Table:
    """Lay out alexnet, stage by stage."""
    return _by_stage("alexnet", network_stages, words, language)


def vgg16_stages(
    network_stages: dict[str, Any], words: Words, language: Language, quoted: dict[str, Any]
) -> Table:
    """Lay out vgg16, stage by stage."""
    return _by_stage("vgg16", network_stages, words, language)


def resnet18_stages(
    network_stages: dict[str, Any], words: Words, language: Language, quoted: dict[str, Any]
) -> Table:
    """Lay out resnet18, stage by stage."""
    return _by_stage("resnet18", network_stages, words, language)


def mobilenet_v3_small_stages(
    network_stages: dict[str, Any], words: Words, language: Language, quoted: dict[str, Any]
) -> Table:
    """Lay out mobilenet_v3_small, stage by stage."""
    return _by_stage("mobilenet_v3_small", network_stages, words, language)


def efficientnet_lite0_stages(
    network_stages: dict[str, Any], words: Words, language: Language, quoted: dict[str, Any]
) -> Table:
    """Lay out efficientnet_lite0, stage by stage."""
    return _by_stage("efficientnet_lite0", network_stages, words, language)


def _by_layer(
    network: str,
    result: dict[str, Any],
    words: Words,
    language: Language,
    quoted: dict[str, Any],
) -> Table:
    """Lay out a network layer by layer, with the parameters that its source prints."""
    word = partial(_word, words, "layers")
    printed = quoted[SOURCES[network]]
    heads = [word(head) for head in ("layer", "shape", "parameters", "source", "multiply_adds")]
    rows = [
        [
            f"`{row['name']}` {word(_kind(row['kind']))}",
            _shape(row["shape"], language),
            _whole(row["parameters"], language),
            _whole(printed.get(row["name"], 0), language),
            _whole(row["multiply_adds"], language),
        ]
        for row in result[network]["layers"]
    ]
    total = result[network]["total"]
    rows.append(
        [
            f"**{word('total')}**",
            "",
            f"**{_whole(total['parameters'], language)}**",
            f"**{_whole(printed['total'], language)}**",
            f"**{_whole(total['multiply_adds'], language)}**",
        ]
    )
    return heads, rows


def _by_stage(
    network: str,
    result: dict[str, Any],
    words: Words,
    language: Language,
) -> Table:
    """Lay out a network stage by stage: what a stage gives, what it costs, how far it sees."""
    word = partial(_word, words, "stages")
    names = ("stage", "shape", "layers", "parameters", "multiply_adds", "field")
    heads = [word(name) for name in names]
    *maps, classifier = result[network]["stages"]
    rows = []
    for number, stage in enumerate([*maps, classifier], start=1):
        last = stage is classifier
        field = word("whole") if stage["field"] is None else f"{stage['field']} px"
        rows.append(
            [
                word("classifier") if last else str(number),
                _shape(stage["shape"], language),
                _whole(stage["layers"], language),
                _whole(stage["parameters"], language),
                _millions(stage["multiply_adds"], language),
                NONE if last else field,
            ]
        )
    total = result[network]["total"]
    parameters, costs = total["parameters"], _millions(total["multiply_adds"], language)
    rows.append(
        [f"**{word('total')}**", "", "", f"**{_whole(parameters, language)}**", f"**{costs}**", ""]
    )
    return heads, rows


def accuracy_chart(
    accuracy_chart: dict[str, Any], words: Words, language: Language, quoted: dict[str, Any]
) -> Table:
    """Lay out every network of the chart, the best first."""
    word = partial(_word, words, "accuracy_chart")
    heads = [word(name) for name in ("network", "top1", "operations", "parameters")]
    best_first = sorted(accuracy_chart["networks"], key=lambda row: -row["top1"])
    rows = [
        [
            row["name"],
            language.percent(row["top1"] / 100, 1),
            language.decimals(row["operations"], 2),
            language.decimals(row["parameters"] / 1e6, 1),
        ]
        for row in best_first
    ]
    return heads, rows


def _word(words: Words, table: str, name: str) -> str:
    return words(f"tables.{table}.{name}")


def _kind(kind: str) -> str:
    """Give the name under which a kind of layer is known to readers."""
    return {"Conv2d": "convolution", "MaxPool2d": "pooling", "Flatten": "flatten"}.get(
        kind, "dense"
    )


def _shape(shape: list[int], language: Language) -> str:
    """Write (channel, height, width) as people do: 28×28×8."""
    if len(shape) == 1:
        return language.decimals(shape[0], 0)
    channels, height, width = shape
    return f"{height}×{width}×{channels}"


def _whole(value: int, language: Language) -> str:
    return language.decimals(value, 0) if value else NONE


def _millions(value: int, language: Language) -> str:
    return language.decimals(value / 1e6, 1) if value else NONE
