"""How sparse the layers of networks are, after their training and before it."""

from collections.abc import Iterator, Sequence

from torch import Tensor, nn

from cnnviz.lessons.intermediate_activations import results
from cnnviz.lessons.shared.digits import tensors
from cnnviz.lessons.shared.repeats import summaries
from cnnviz.lessons.shared.trained import trained_network
from cnnviz.lessons.shared.untrained import untrained_network
from cnnviz.methods.sparsity import POOLINGS, sparsity
from cnnviz.results import Images, Run, where

SHARES = ("zeros", "blank", "silent")


def sparsities(
    digits: Images, digit_runs: list[Run], parking: Images, parking_runs: list[Run]
) -> results.Sparsities:
    """Measure each run's activations and poolings on all test images of its data."""
    rows: list[results.LayerSparsity] = []
    images: dict[str, int] = {}
    for data, runs in ((digits, digit_runs), (parking, parking_runs)):
        test, _ = tensors(data, "test")
        images |= {run["network"]: len(test) for run in runs}
        for trained, network in ((True, trained_network), (False, untrained_network)):
            for run in runs:
                rows += _rows(run, network(run, data), test, trained)
    after, before = (_shares(where(rows, trained=trained)) for trained in (True, False))
    return {
        "images": images,
        "layers": {network: list(layers) for network, layers in after.items()},
        "runs": rows,
        "summary": after,
        "before": before,
        "accuracy": summaries([*digit_runs, *parking_runs], "accuracy", "network"),
    }


def _rows(
    run: Run, network: nn.Module, images: Tensor, trained: bool
) -> Iterator[results.LayerSparsity]:
    for depth, (layer, shares) in enumerate(sparsity(network, images).items(), start=1):
        pooling = isinstance(network.get_submodule(layer), POOLINGS)
        yield {
            "network": run["network"],
            "seed": run["seed"],
            "layer": layer,
            "depth": depth,
            "kind": "pooling" if pooling else "activation",
            "zeros": shares.zeros,
            "blank": shares.blank,
            "silent": shares.silent,
            "trained": trained,
        }


def _shares(rows: Sequence[results.LayerSparsity]) -> results.LayerShares:
    by_layer: results.LayerShares = {}
    for share in SHARES:
        for network, layers in summaries(rows, share, "network", "layer").items():
            for layer, summary in layers.items():
                by_layer.setdefault(network, {}).setdefault(layer, {})[share] = summary
    return by_layer
