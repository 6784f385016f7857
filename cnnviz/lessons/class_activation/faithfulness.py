"""Are heat maps faithful? They are tested by taking pixels away, and by forgetting weights."""

from typing import Any

import torch
from torch import Tensor, nn
from torch.nn.functional import avg_pool2d

from cnnviz.lessons.class_activation.methods import enlarged
from cnnviz.lessons.class_activation.parking import chance_of
from cnnviz.lessons.shared.digits import tensors
from cnnviz.lessons.shared.pictured import pictured, shares
from cnnviz.lessons.shared.repeats import summary
from cnnviz.lessons.shared.trained import trained_network
from cnnviz.methods.faithfulness import deletion, insertion
from cnnviz.methods.grad_cam import grad_cam
from cnnviz.methods.guided_backpropagation import guided_backpropagation
from cnnviz.methods.occlusion import occlusion
from cnnviz.methods.randomisation import randomisation
from cnnviz.methods.saliency import saliency
from cnnviz.training import seeded

COARSE = 8  # places a side of a map at random: as many as Grad-CAM's
COVER = (24, 8)  # px of the occlusion's square, and of its steps


def curves(
    data: dict[str, Any],
    run: dict[str, Any],
    layer: str,
    count: int,
    steps: int,
    seed: int,
    stand_in: bool,
) -> dict[str, Any]:
    """Take pixels away, and bring them back, in the order of a map: how the probability moves.

    A pixel that is away has the mean colour of its image. Looked at are the first test images of
    class 1 that the network reads rightly, with maps for that class. The random map is drawn anew
    for each image, as coarse as Grad-CAM's: single pixels at random would take away none of the
    picture until the very end. `runs` has the areas under each image's curves; `curves` the means
    over the images.
    """
    images, labels = tensors(data, "test")
    network = trained_network(run, data)
    occupied = _rightly_read(network, images, labels, count)
    ones = torch.ones(len(occupied), dtype=torch.long)
    gone = occupied.mean(dim=(2, 3), keepdim=True).expand_as(occupied)
    with seeded(seed):
        random = torch.rand(len(occupied), COARSE, COARSE)
    orders = {
        "grad_cam": enlarged(grad_cam(network, layer, occupied, ones), occupied),
        "occlusion": occlusion(network, occupied, ones, *COVER, cover=float(occupied.mean())),
        "saliency": saliency(network, occupied, ones).amax(dim=1),
        "random": enlarged(random, occupied),
    }
    rows: list[dict[str, Any]] = []
    means: dict[str, dict[str, list[float]]] = {"deletion": {}, "insertion": {}}
    compared: dict[str, Any] = {"deletion": {}, "insertion": {}}
    for test, curve in (("deletion", deletion), ("insertion", insertion)):
        for order, maps in orders.items():
            found = curve(network, occupied, ones, maps, steps, gone)
            areas = found.areas.tolist()
            rows += [
                {"test": test, "order": order, "image": i, "area": area}
                for i, area in enumerate(areas)
            ]
            means[test][order] = [round(v, 5) for v in found.probabilities.mean(dim=0).tolist()]
            compared[test][order] = summary(areas)
            taken = found.shares.tolist()
    return {
        "images": len(occupied),
        "shares": taken,
        "curves": means,
        "runs": rows,
        "summary": compared,
        "stand_in": stand_in,
    }


def forgetting(
    data: dict[str, Any],
    run: dict[str, Any],
    layer: str,
    count: int,
    seeds: list[int],
    stand_in: bool,
) -> dict[str, Any]:
    """Make the network forget layer after layer, from the last, and compare its maps.

    Rank correlations with the trained network's maps, by method, depth and seed of the random
    weights: means over the images. The first image is shown, with the maps of the first seed.
    """
    images, labels = tensors(data, "test")
    network = trained_network(run, data)
    looked_at = _rightly_read(network, images, labels, count)
    ones = torch.ones(len(looked_at), dtype=torch.long)

    def cam_maps(forgetful: nn.Module) -> Tensor:
        return grad_cam(forgetful, layer, looked_at, ones)

    def guided_maps(forgetful: nn.Module) -> Tensor:
        maps = guided_backpropagation(forgetful, looked_at, ones).abs().amax(dim=1)
        return avg_pool2d(maps[:, None], 2)[:, 0]  # half the side is enough to compare, and to see

    rows: list[dict[str, Any]] = []
    shown: dict[str, list[Any]] = {}
    layers: list[str] = []
    for method, maps_of in (("grad_cam", cam_maps), ("guided", guided_maps)):
        for seed in seeds:
            cascade = randomisation(network, maps_of, seed)
            layers = ["", *cascade.layers]
            shown.setdefault(method, [shares(each[0]) for each in cascade.maps])
            rows += [
                {"method": method, "seed": seed, "depth": depth, "correlation": float(each.mean())}
                for depth, each in enumerate(cascade.correlations)
            ]
    return {
        "images": len(looked_at),
        "picture": pictured(looked_at[0]),
        "layers": layers,
        "maps": shown,
        "runs": rows,
        "summary": {
            method: {
                str(depth): summary(
                    [
                        row["correlation"]
                        for row in rows
                        if (row["method"], row["depth"]) == (method, depth)
                    ]
                )
                for depth in range(len(layers))
            }
            for method in shown
        },
        "stand_in": stand_in,
    }


def _rightly_read(network: nn.Module, images: Tensor, labels: Tensor, count: int) -> Tensor:
    """Give the first images of class 1 that the network reads rightly; any if it reads none."""
    of_class = labels == 1
    right = of_class & (chance_of(network, images, labels) > 0.5)
    return images[right if right.any() else of_class][:count]
