"""What the lab shows, standing still: one digit on its way through both networks."""

from typing import Any

import torch

from cnnviz.lessons.shared.digits import tensors
from cnnviz.lessons.shared.trained import trained_network
from cnnviz.methods.feature_maps import feature_maps
from cnnviz.training import probabilities

LAYERS = ("relu1", "pool1", "relu2", "pool2")  # of LeNet-5, in their order


def still(data: dict[str, Any], runs: list[dict[str, Any]], label: int) -> dict[str, Any]:
    """Show the first test digit of a class: LeNet-5's maps, and both networks' probabilities."""
    images, labels = tensors(data, "test")
    image = images[labels == label][:1]
    trained = {run["network"]: trained_network(run, data) for run in runs}
    maps = feature_maps(trained["lenet5"], image, list(LAYERS))
    answers = {name: probabilities(network, image)[0] for name, network in trained.items()}
    return {
        "image": image[0, 0].numpy(),
        "label": label,
        "layers": list(LAYERS),
        **{layer: maps[layer][0].numpy() for layer in LAYERS},
        "answers": {name: given.tolist() for name, given in answers.items()},
        "entropy": {name: entropy(given) for name, given in answers.items()},
    }


def entropy(chances: torch.Tensor) -> float:
    """Give the entropy of probabilities in bits: 0 is certainty, log₂ 10 a guess among ten.

    Shannon 1948, https://doi.org/10.1002/j.1538-7305.1948.tb01338.x, section 6.
    """
    return float(torch.special.entr(chances.double()).sum() / torch.tensor(2.0).log())
