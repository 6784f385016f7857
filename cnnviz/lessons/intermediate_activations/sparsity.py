"""How sparse the layers of trained networks are."""

from typing import Any

from torch import nn

from cnnviz.lessons.shared.digits import tensors
from cnnviz.lessons.shared.repeats import summary
from cnnviz.lessons.shared.trained import trained_network
from cnnviz.methods.sparsity import POOLINGS
from cnnviz.methods.sparsity import sparsity as measured

SHARES = ("zeros", "blank", "silent")


def by_layer(data: dict[str, Any], runs: list[dict[str, Any]]) -> dict[str, Any]:
    """Measure each run's activations and poolings on all test images.

    A row has the layer, its `depth` (1 for the first of them), its `kind` (`activation` or
    `pooling`), and three shares: `zeros` of all values, channels that are `blank` on an image
    (the mean of the images), and `silent` channels, blank on every image. The summary is by
    network and layer; `layers` gives their order.
    """
    images, _ = tensors(data, "test")
    rows = []
    layers: dict[str, list[str]] = {}
    for run in runs:
        network = trained_network(run, data)
        found = measured(network, images)
        layers[run["network"]] = list(found)
        for depth, (layer, shares) in enumerate(found.items(), start=1):
            place = {"layer": layer, "depth": depth, "kind": _kind(network.get_submodule(layer))}
            named = {name: run[name] for name in ("network", "seed")}
            rows.append(named | place | {name: getattr(shares, name) for name in SHARES})
    compared = {
        network: {layer: _summaries(rows, network, layer) for layer in each}
        for network, each in layers.items()
    }
    return {"images": len(images), "layers": layers, "runs": rows, "summary": compared}


def _kind(layer: nn.Module) -> str:
    return "pooling" if isinstance(layer, POOLINGS) else "activation"


def _summaries(rows: list[dict[str, Any]], network: str, layer: str) -> dict[str, Any]:
    mine = [row for row in rows if (row["network"], row["layer"]) == (network, layer)]
    return {name: summary([row[name] for row in mine]) for name in SHARES}
