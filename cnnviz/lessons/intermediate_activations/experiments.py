"""What each layer of a trained network makes of one parking space."""

import numpy as np
from torch import Tensor, nn

from cnnviz.lessons.intermediate_activations import results
from cnnviz.lessons.shared.digits import tensors
from cnnviz.lessons.shared.pictured import map_pictured, pictured
from cnnviz.lessons.shared.trained import trained_network
from cnnviz.methods.feature_maps import feature_maps
from cnnviz.methods.sparsity import sparse_layers
from cnnviz.results import Run
from cnnviz.training import probabilities

DIGITS = 3  # after the decimal sign: enough for a picture


def layer_maps(data: results.Spaces, run: Run, label: int, weather: str) -> results.LayerMaps:
    """Give the maps of every activation and pooling that has places, for one test image.

    The image is the first of that label in that weather, or of that label where there is none.
    """
    network, image, space = _seen(data, run, label, weather)
    outputs = feature_maps(network, image, sparse_layers(network))
    maps = {name: each[0].clamp(min=0) for name, each in outputs.items() if each.ndim == 4}
    return {
        **space,
        "layers": [_layer(name, channels) for name, channels in maps.items()],
        "maps": {name: map_pictured(channels.flatten(0, 1)) for name, channels in maps.items()},
    }


def first_channel(
    data: results.Spaces, run: Run, label: int, weather: str, channel: int
) -> results.Channel:
    """Give one channel of the first convolution: before its activation, and after it.

    The image is chosen as for `layer_maps`.
    """
    network, image, space = _seen(data, run, label, weather)
    first = next(name for name, part in network.named_modules() if isinstance(part, nn.Conv2d))
    maps = feature_maps(network, image, [first, sparse_layers(network)[0]])
    before, after = (each[0, channel].numpy() for each in maps.values())
    return {
        **space,
        "channel": channel,
        "before": before.astype(float).round(DIGITS),
        "after": after.astype(float).round(DIGITS),
        "least": float(before.min()),
        "largest": float(before.max()),
        "zeros": float((after == 0).mean()),
    }


def _seen(
    data: results.Spaces, run: Run, label: int, weather: str
) -> tuple[nn.Module, Tensor, results.Space]:
    """Give a run's network, the image that it is to see, and what is known and answered of it."""
    of_label = np.flatnonzero(data["test_labels"] == label)
    fitting = [place for place in of_label if data["test_weather"][place] == weather]
    place = int([*fitting, *of_label][0])
    network, image = trained_network(run, data), tensors(data, "test")[0][place, None]
    space: results.Space = {
        "image": pictured(image[0]),
        "place": place,
        "label": int(data["test_labels"][place]),
        "weather": data["test_weather"][place],
        "occupied": float(probabilities(network, image)[0, 1]),
    }
    return network, image, space


def _layer(name: str, channels: Tensor) -> results.Layer:
    return {
        "layer": name,
        "channels": channels.shape[0],
        "side": channels.shape[1],
        "largest": float(channels.max()),
        "blank": int((channels.amax(dim=(1, 2)) == 0).sum()),
    }
