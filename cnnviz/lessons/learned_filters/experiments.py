"""Which filters the first layers learned, as pictures."""

import numpy as np
import torch
from torch import Tensor, nn

from cnnviz.lessons.learned_filters import results
from cnnviz.lessons.shared.photos import imagenet_network
from cnnviz.lessons.shared.trained import WEIGHTS, kept, trained_network
from cnnviz.methods.gabor import best_gabor
from cnnviz.methods.kernels import kernels
from cnnviz.methods.sobel import sobel_edges
from cnnviz.results import Images, Run

DEAD = 1e-4  # a kernel so much shorter than the longest does nothing
# Of a kernel's squared weights, what only colour excites; by chance it is 2/3.
ONLY_COLOUR, MOSTLY_GREY = 0.9, 0.3


def digit_kernels(runs: list[Run], dense: Run, units: int) -> results.DigitKernels:
    """Give the first kernels of every run, and the weights of so many hidden units of an MLP.

    These are as large as its images.
    """
    weights = kept(dense, WEIGHTS)["dense1.weight"]
    side = round(weights.shape[1] ** 0.5)
    return {
        "kernels": np.stack([kept(run, WEIGHTS)["conv1.weight"][:, 0] for run in runs]),
        "units": weights[:units].reshape(-1, side, side),
        "seeds": [run["seed"] for run in runs],
    }


def parking_kernels(data: Images, run: Run) -> results.ColourKernels:
    """Give the first kernels of the parking network."""
    learned = first_kernels(trained_network(run, data))
    return {"kernels": learned.numpy(), **_colours(learned)}


def imagenet_kernels(network: str, weights: str) -> results.ImagenetKernels:
    """Give the first kernels of the ImageNet network."""
    learned = first_kernels(imagenet_network(network, weights))
    return {"kernels": learned.numpy(), "network": network, **_colours(learned)}


def kernel_fits(run: Run) -> results.Fits:
    """Give a run's first kernels beside their Sobel parts and their best Gabor patches."""
    learned = torch.from_numpy(kept(run, WEIGHTS)["conv1.weight"]).sum(dim=1)
    edge, patch = sobel_edges(learned), best_gabor(learned)
    return {
        "kernels": learned.numpy(),
        "sobel": edge.part.numpy(),
        "gabor": patch.patch.numpy(),
        "edge": edge.edge.tolist(),
        "explained": patch.share.tolist(),
        "seed": run["seed"],
    }


def first_kernels(network: nn.Module) -> Tensor:
    """Give the kernels of a network's first convolution."""
    name = next(name for name, part in network.named_modules() if isinstance(part, nn.Conv2d))
    return kernels(network, name)


def living(learned: Tensor) -> Tensor:
    """Tell which kernels do anything."""
    lengths = learned.flatten(1).norm(dim=1)
    return lengths > DEAD * lengths.max()


def _colours(learned: Tensor) -> results.Colours:
    """Tell which kernels are dead, and how much of the others only colour pictures excite.

    That is the share of squared weights that is left when each colour gets the mean of all.
    """
    alive = living(learned)
    grey = learned.mean(dim=1, keepdim=True).expand_as(learned)
    left = (learned - grey).flatten(1).square().sum(dim=1)
    share = left / learned.flatten(1).square().sum(dim=1)
    return {
        "alive": alive.tolist(),
        "dead": int((~alive).sum()),
        "count": len(learned),
        "colour": [float(one) if lives else None for one, lives in zip(share, alive, strict=True)],
        "living": int(alive.sum()),
        "only_colour": int((share[alive] > ONLY_COLOUR).sum()),
        "mostly_grey": int((share[alive] < MOSTLY_GREY).sum()),
    }
