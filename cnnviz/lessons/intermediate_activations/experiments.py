"""What each layer of a trained network makes of one parking space."""

from typing import Any

import numpy as np
from torch import Tensor, nn

from cnnviz.lessons.intermediate_activations.sparsity import by_layer
from cnnviz.lessons.shared.digits import tensors
from cnnviz.lessons.shared.pictured import map_pictured, pictured
from cnnviz.lessons.shared.repeats import summary
from cnnviz.lessons.shared.trained import trained_network
from cnnviz.lessons.shared.untrained import as_new
from cnnviz.methods.feature_maps import feature_maps
from cnnviz.methods.sparsity import sparse_layers
from cnnviz.training import probabilities

DIGITS = 3  # after the decimal sign: enough for a picture


def maps(
    data: dict[str, Any], run: dict[str, Any], label: int, weather: str, source: str
) -> dict[str, Any]:
    """Give the maps of every activation and pooling that has places, for one test image.

    The image is the first of that label in that weather, or of that label where there is none.
    `maps` has all channels of a layer below one another in one picture, where white is the
    layer's largest value; `layers` tells that value, and the number of `blank` channels, those
    without a value above zero.
    """
    place = _place(data, label, weather)
    network, image = trained_network(run, data), tensors(data, "test")[0][place, None]
    found = feature_maps(network, image, sparse_layers(network))
    layers, pictures = [], {}
    for name, values in found.items():
        if values.ndim != 4:
            continue
        channels = values[0].clamp(min=0)
        largest = float(channels.max())
        layers.append(
            {
                "layer": name,
                "channels": channels.shape[0],
                "side": channels.shape[1],
                "largest": largest,
                "blank": int((channels.amax(dim=(1, 2)) == 0).sum()),
            }
        )
        pictures[name] = map_pictured(channels.flatten(0, 1))
    return {**_told(data, place, network, image, source), "layers": layers, "maps": pictures}


def channel(
    data: dict[str, Any],
    run: dict[str, Any],
    label: int,
    weather: str,
    source: str,
    number: int,
) -> dict[str, Any]:
    """Give one channel of the first convolution: before its activation, and after it.

    `zeros` is the share of places where the activation gives nothing. The image is chosen as for
    `maps`.
    """
    place = _place(data, label, weather)
    network, image = trained_network(run, data), tensors(data, "test")[0][place, None]
    first = next(name for name, part in network.named_modules() if isinstance(part, nn.Conv2d))
    activation = sparse_layers(network)[0]
    found = feature_maps(network, image, [first, activation])
    before, after = (found[name][0, number].numpy() for name in (first, activation))
    return {
        **_told(data, place, network, image, source),
        "channel": number,
        "before": before.astype(float).round(DIGITS),
        "after": after.astype(float).round(DIGITS),
        "least": float(before.min()),
        "largest": float(before.max()),
        "zeros": float((after == 0).mean()),
    }


def _place(data: dict[str, Any], label: int, weather: str) -> int:
    """Find the first test image of this label and weather, else the first of this label."""
    of_label = np.flatnonzero(data["test_labels"] == label)
    fitting = [place for place in of_label if data["test_weather"][place] == weather]
    return int(fitting[0] if fitting else of_label[0])


def _told(
    data: dict[str, Any], place: int, network: nn.Module, image: Tensor, source: str
) -> dict[str, Any]:
    """Give the picture, and what is known and answered about it."""
    return {
        "image": pictured(image[0]),
        "place": place,
        "label": int(data["test_labels"][place]),
        "weather": data["test_weather"][place],
        "occupied": float(probabilities(network, image)[0, 1]),
        "source": source,
    }


def with_start(data: dict[str, Any], runs: list[dict[str, Any]]) -> dict[str, Any]:
    """Measure how sparse networks are after their training, and how sparse they were before."""
    before = by_layer(data, [as_new(run, data) for run in runs])
    found = by_layer(data, runs)
    states = ((True, found), (False, before))
    return found | {
        "runs": [row | {"trained": state} for state, each in states for row in each["runs"]],
        "before": before["summary"],
        "accuracy": {
            name: summary([run["accuracy"] for run in runs if run["network"] == name])
            for name in found["layers"]
        },
    }


def side_by_side(results: list[dict[str, Any]]) -> dict[str, Any]:
    """Put several networks' results of `with_start` into one."""
    networks = {name: result for result in results for name in result["layers"]}
    return {
        "images": {name: result["images"] for name, result in networks.items()},
        "layers": {name: result["layers"][name] for name, result in networks.items()},
        "runs": [row for result in results for row in result["runs"]],
        "summary": {name: result["summary"][name] for name, result in networks.items()},
        "before": {name: result["before"][name] for name, result in networks.items()},
        "accuracy": {name: result["accuracy"][name] for name, result in networks.items()},
    }
