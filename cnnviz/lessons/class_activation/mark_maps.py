"""Is a planted mark found by a heat map? How much of the evidence lies on it, by method."""

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor, nn

from cnnviz.data.mark import marked
from cnnviz.lessons.class_activation.methods import enlarged
from cnnviz.lessons.shared.digits import tensors
from cnnviz.lessons.shared.pictured import pictured, shares
from cnnviz.lessons.shared.repeats import summary
from cnnviz.lessons.shared.trained import trained_network
from cnnviz.methods.grad_cam import grad_cam
from cnnviz.methods.occlusion import occlusion

KEPT = 24  # places a side of a map that is kept to be drawn


def found(
    data: dict[str, Any],
    runs: list[dict[str, Any]],
    layers: dict[str, str],
    side: int,
    window: int,
    stride: int,
    count: int,
    shown: int,
    stand_in: bool,
) -> dict[str, Any]:
    """Measure how much of the evidence for class 1 lies on the mark, in every run.

    Looked at are the first test images of class 1, marked as in training, by Grad-CAM at some
    layers (by the names that they go by) and by occlusion. `share` is the part of a map's sum
    in the corner with the mark, and `area` the corner's part of the image. An image without any
    evidence has a share of 0. The first images and their maps are given to be drawn.
    """
    images, labels = tensors(data, "test")
    chosen = images[labels == 1][:count]
    with_mark = marked(chosen, torch.ones(len(chosen), dtype=torch.bool), side)
    ones = torch.ones(len(chosen), dtype=torch.long)
    cover = float(with_mark.mean())

    def by_layer(layer: str) -> Callable[[nn.Module], Tensor]:
        return lambda network: enlarged(grad_cam(network, layer, with_mark, ones), with_mark)

    def by_cover(network: nn.Module) -> Tensor:
        return occlusion(network, with_mark, ones, window, stride, cover=cover).relu()

    methods = {name: by_layer(layer) for name, layer in layers.items()} | {"occlusion": by_cover}
    rows: list[dict[str, Any]] = []
    pictures: list[dict[str, Any]] = [{"picture": pictured(each)} for each in with_mark[:shown]]
    for run in runs:
        taught = "marked" if run["recipe"]["mark"] else "clean"
        network = trained_network(run, data)
        for method, maps_of in methods.items():
            maps = maps_of(network)
            for image, share in enumerate(_corner(maps, side + 2)):
                rows.append({"taught": taught, "method": method, "image": image, "share": share})
            small = torch.nn.functional.adaptive_avg_pool2d(maps[:shown], KEPT)
            for picture, each in zip(pictures, small, strict=False):
                picture.setdefault(f"{taught}.{method}", shares(each))
    return {
        "images": len(chosen),
        "area": (side + 2) ** 2 / (images.shape[2] * images.shape[3]),
        "rows": pictures,
        "runs": rows,
        "summary": {
            taught: {
                method: summary(
                    [
                        row["share"]
                        for row in rows
                        if (row["taught"], row["method"]) == (taught, method)
                    ]
                )
                for method in methods
            }
            for taught in ("clean", "marked")
        },
        "stand_in": stand_in,
    }


def _corner(maps: Tensor, side: int) -> list[float]:
    total = maps.sum(dim=(1, 2))
    corner = maps[:, :side, :side].sum(dim=(1, 2))
    return (corner / total.where(total > 0, 1)).tolist()
