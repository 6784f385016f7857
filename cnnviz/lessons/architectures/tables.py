"""Tables of lesson 5: architectures."""

from functools import partial
from typing import Any

from cnnviz.pages.language import Language, Words
from cnnviz.pages.layout import Layout, Table

# Of the three small networks, the source whose table stands beside ours; Martins prints a total.
SOURCES = {"lenet5": "cabral_lenet5", "simple_cnn": "martins_cnn", "chollet_convnet": "chollet"}
STAGED = ("alexnet", "vgg16", "resnet18", "mobilenet_v3_small", "efficientnet_lite0")
NONE = "–"


def by_layer(
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


def by_stage(
    network: str,
    result: dict[str, Any],
    words: Words,
    language: Language,
    quoted: dict[str, Any],
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
    result: dict[str, Any], words: Words, language: Language, quoted: dict[str, Any]
) -> Table:
    """Lay out every network of the chart, the best first."""
    word = partial(_word, words, "accuracy_chart")
    heads = [word(name) for name in ("network", "top1", "operations", "parameters")]
    best_first = sorted(result["networks"], key=lambda row: -row["top1"])
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


TABLES: dict[str, Layout] = {
    **{f"{network}_layers": partial(by_layer, network) for network in SOURCES},
    **{f"{network}_stages": partial(by_stage, network) for network in STAGED},
    "accuracy_chart": accuracy_chart,
}
