"""Are heat maps faithful? They are tested by taking pixels away, and by forgetting weights."""

from collections.abc import Callable

import torch
from torch import Tensor, nn
from torch.nn.functional import avg_pool2d

from cnnviz.lessons.class_activation import results
from cnnviz.lessons.class_activation.methods import enlarged
from cnnviz.lessons.class_activation.parking import chance_of
from cnnviz.lessons.shared.digits import tensors
from cnnviz.lessons.shared.pictured import pictured, shares
from cnnviz.lessons.shared.repeats import summaries
from cnnviz.lessons.shared.trained import trained_network
from cnnviz.methods.faithfulness import deletion, insertion
from cnnviz.methods.grad_cam import grad_cam
from cnnviz.methods.guided_backpropagation import guided_backpropagation
from cnnviz.methods.occlusion import occlusion
from cnnviz.methods.randomisation import randomisation
from cnnviz.methods.saliency import saliency
from cnnviz.results import Images, Run
from cnnviz.training import seeded

COARSE = 8  # places a side of a map at random: as many as Grad-CAM's
COVER = (24, 8)  # px of the occlusion's square, and of its steps


def faithfulness(
    data: Images, run: Run, layer: str, count: int, steps: int, seed: int
) -> results.Faithfulness:
    """Take pixels away, and bring them back, in the order of a map: how the probability moves.

    A pixel that is away has the mean colour of its image. Looked at are the first test images of
    class 1 that the network reads rightly, with maps for that class. The random map is drawn anew
    for each image, as coarse as Grad-CAM's: single pixels at random would take away none of the
    picture until the very end. `runs` has the areas under each image's curves; `curves` the means
    over the images.
    """
    network = trained_network(run, data)
    occupied, ones = rightly_read(network, *tensors(data, "test"), count)
    gone = occupied.mean(dim=(2, 3), keepdim=True).expand_as(occupied)
    with seeded(seed):
        random = torch.rand(len(occupied), COARSE, COARSE)
    orders = {
        "grad_cam": enlarged(grad_cam(network, layer, occupied, ones), occupied),
        "occlusion": occlusion(network, occupied, ones, *COVER, cover=float(occupied.mean())),
        "saliency": saliency(network, occupied, ones).amax(dim=1),
        "random": enlarged(random, occupied),
    }
    rows: list[results.Area] = []
    curves: dict[str, dict[str, list[float]]] = {}
    for test, exchanged in (("deletion", deletion), ("insertion", insertion)):
        for order, maps in orders.items():
            each = exchanged(network, occupied, ones, maps, steps, gone)
            rows += [
                {"test": test, "order": order, "image": image, "area": area}
                for image, area in enumerate(each.areas.tolist())
            ]
            means = each.probabilities.mean(dim=0).tolist()
            curves.setdefault(test, {})[order] = [round(mean, 5) for mean in means]
    return {
        "images": len(occupied),
        "shares": each.shares.tolist(),
        "curves": curves,
        "runs": rows,
        "summary": summaries(rows, "area", "test", "order"),
    }


def forgetting(
    data: Images, run: Run, layer: str, count: int, seeds: list[int]
) -> results.Forgetting:
    """Make the network forget layer after layer, from the last, and compare its maps.

    Rank correlations with the trained network's maps, by method, depth and seed of the random
    weights: means over the images. The first image is shown, with the maps of the first seed.
    """
    network = trained_network(run, data)
    occupied, ones = rightly_read(network, *tensors(data, "test"), count)
    methods: dict[str, Callable[[nn.Module], Tensor]] = {
        "grad_cam": lambda forgetful: grad_cam(forgetful, layer, occupied, ones),
        "guided": lambda forgetful: _coarse(guided_backpropagation(forgetful, occupied, ones)),
    }
    rows: list[results.Correlation] = []
    shown: dict[str, list[results.Map]] = {}
    for method, maps_of in methods.items():
        for seed in seeds:
            cascade = randomisation(network, maps_of, seed)
            shown.setdefault(method, [shares(each[0]) for each in cascade.maps])
            rows += [
                {"method": method, "seed": seed, "depth": depth, "correlation": float(each.mean())}
                for depth, each in enumerate(cascade.correlations)
            ]
    return {
        "images": len(occupied),
        "picture": pictured(occupied[0]),
        "layers": ["", *cascade.layers],
        "maps": shown,
        "runs": rows,
        "summary": summaries(rows, "correlation", "method", "depth"),
    }


def rightly_read(
    network: nn.Module, images: Tensor, labels: Tensor, count: int
) -> tuple[Tensor, Tensor]:
    """Give the first images of class 1 that the network reads rightly, or any, and their class."""
    of_class = labels == 1
    right = of_class & (chance_of(network, images, labels) > 0.5)
    looked_at = images[right if right.any() else of_class][:count]
    return looked_at, torch.ones(len(looked_at), dtype=torch.long)


def _coarse(gradients: Tensor) -> Tensor:
    """Give maps of half the side, which is enough to compare and to see, without colours."""
    return avg_pool2d(gradients.abs().amax(dim=1, keepdim=True), 2)[:, 0]
