"""The sanity check of heat maps: do they change when the network forgets what it learned?"""

from collections.abc import Callable, Sequence
from copy import deepcopy
from dataclasses import dataclass

import torch
from jaxtyping import Float
from torch import Tensor, nn
from torch.nn.functional import avg_pool2d

from cnnviz.inspection import inspecting
from cnnviz.recording import layer_module

Maps = Float[Tensor, "image height width"]


@dataclass(frozen=True)
class Cascade:
    """The maps of a network that forgets one layer more at each depth; at depth 0, none."""

    layers: tuple[str, ...]  # in the order of forgetting: at depth d, the first d are random
    maps: Float[Tensor, "depth image height width"]
    correlations: Float[Tensor, "depth image"]  # Spearman's, with the map at depth 0
    similarities: Float[Tensor, "depth image"]  # structural similarity with the map at depth 0


def randomisation(
    network: nn.Module,
    method: Callable[[nn.Module], Maps],
    seed: int,
    layers: Sequence[str] | None = None,
) -> Cascade:
    """Make the layers of a copy random, from the last to the first, and compare its maps.

    `method` makes maps of a network, say `lambda network: grad_cam(network, "relu2", images,
    classes)`. Maps that stay alike tell nothing of what the network learned. Layers are those
    with weights of their own, the last defined first; name them where they run in another
    order. They begin anew as PyTorch initialises them; weights for which it knows no beginning
    are shuffled. For maps with signs, compare `.abs()` as well, as the paper does.

    Adebayo et al. 2018, https://arxiv.org/abs/1810.03292, section 3, cascading randomization.
    """
    with inspecting(network, "randomisation"), torch.random.fork_rng():
        copy, random = deepcopy(network), deepcopy(network)
        order = _weighted(network) if layers is None else list(layers)
        torch.manual_seed(seed)
        for layer in order:
            _begin_anew(layer_module(random, layer))
        maps = [_maps(copy, method, seed)]
        for layer in order:
            weights = layer_module(random, layer).state_dict()
            layer_module(copy, layer).load_state_dict(weights)
            maps.append(_maps(copy, method, seed))
        return Cascade(
            layers=tuple(order),
            maps=torch.stack(maps),
            correlations=torch.stack([rank_correlation(maps[0], each) for each in maps]),
            similarities=torch.stack([structural_similarity(maps[0], each) for each in maps]),
        )


def rank_correlation(maps: Maps, others: Maps) -> Float[Tensor, " image"]:
    """Give Spearman's rank correlation of two maps, −1 to 1; ties share their mean rank.

    A constant map orders nothing: its correlation with any map is given as 0.
    """
    ranks, other_ranks = (_centred_ranks(each.flatten(1)) for each in (maps, others))
    together = (ranks * other_ranks).sum(dim=1)
    lengths = ranks.norm(dim=1) * other_ranks.norm(dim=1)
    return (together / torch.where(lengths > 0, lengths, 1)).to(maps)


def structural_similarity(maps: Maps, others: Maps) -> Float[Tensor, " image"]:
    """Give the mean structural similarity of two maps, each stretched to 0 to 1 before.

    Windows are of 7×7, or the largest odd size that fits, and weigh their pixels alike.

    Wang et al. 2004, https://doi.org/10.1109/TIP.2003.819861, equation 13, with its K₁ = 0.01
    and K₂ = 0.03.
    """
    x, y = (_stretched(each.detach())[:, None] for each in (maps, others))
    side = min(7, *maps.shape[1:])
    side -= 1 - side % 2
    unbiased = side**2 / max(side**2 - 1, 1)

    mean_x, mean_y = (avg_pool2d(each, side, stride=1) for each in (x, y))
    covariance = unbiased * (avg_pool2d(x * y, side, stride=1) - mean_x * mean_y)
    variance_x = unbiased * (avg_pool2d(x * x, side, stride=1) - mean_x**2)
    variance_y = unbiased * (avg_pool2d(y * y, side, stride=1) - mean_y**2)

    alike = (2 * mean_x * mean_y + 0.01**2) * (2 * covariance + 0.03**2)
    most = (mean_x**2 + mean_y**2 + 0.01**2) * (variance_x + variance_y + 0.03**2)
    return (alike / most).mean(dim=(1, 2, 3)).to(maps)


def _weighted(network: nn.Module) -> list[str]:
    """Name the layers with weights of their own, the last first."""
    layers = [(name, module) for name, module in network.named_modules() if name]
    return [name for name, module in layers if [*module.parameters(recurse=False)]][::-1]


def _begin_anew(layer: nn.Module) -> None:
    with torch.no_grad():
        for module in layer.modules():
            reset = getattr(module, "reset_parameters", None)
            if callable(reset):
                reset()
                continue
            for weights in module.parameters(recurse=False):
                shuffled = weights.flatten()[torch.randperm(weights.numel()).to(weights.device)]
                weights.copy_(shuffled.reshape(weights.shape))


def _maps(network: nn.Module, method: Callable[[nn.Module], Maps], seed: int) -> Maps:
    torch.manual_seed(seed)  # a method that draws at random draws the same at every depth
    maps = method(network).detach()
    if not maps.isfinite().all():
        raise ValueError("with these layers random, the method's maps are not finite numbers")
    return maps


def _centred_ranks(values: Float[Tensor, "image pixel"]) -> Float[Tensor, "image pixel"]:
    values = values.detach().contiguous()
    ordered = values.sort(dim=1).values
    below = torch.searchsorted(ordered, values, right=False)
    not_above = torch.searchsorted(ordered, values, right=True)
    return (below + not_above - values.shape[1]).to(torch.float64) / 2


def _stretched(maps: Maps) -> Maps:
    low = maps.amin(dim=(1, 2), keepdim=True).double()
    span = maps.amax(dim=(1, 2), keepdim=True).double() - low
    return (maps.double() - low) / torch.where(span > 0, span, 1)
