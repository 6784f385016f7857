"""Shortcut learning: networks that learn a planted mark, and whether heat maps find it."""

import torch
from torch import Tensor, nn
from torch.nn.functional import adaptive_avg_pool2d

from cnnviz.data.mark import marked
from cnnviz.lessons.class_activation import results
from cnnviz.lessons.class_activation.methods import enlarged
from cnnviz.lessons.shared.digits import tensors
from cnnviz.lessons.shared.pictured import pictured, shares
from cnnviz.lessons.shared.repeats import summaries
from cnnviz.lessons.shared.trained import trained_network
from cnnviz.methods.grad_cam import grad_cam
from cnnviz.methods.occlusion import occlusion
from cnnviz.results import Images, Run
from cnnviz.training import accuracy

CONDITIONS = ("none", "agreeing", "misleading")
COVER = (16, 8)  # px of the occlusion's square, and of its steps
SHOWN, KEPT = 5, 24  # images whose maps are kept to be drawn, and places a side of these


def mark_accuracy(data: Images, runs: list[Run], side: int) -> results.MarkAccuracy:
    """Test each run without the mark, with it where it was taught, and with it where it misleads.

    Agreeing: images of class 1 have the mark. Misleading: the others have it. Gives a row for
    each run and condition, and a summary for runs that were taught the mark and those not.
    """
    images, labels = tensors(data, "test")
    rows: list[results.MarkRun] = [
        {
            "taught": _taught(run),
            "seed": run["seed"],
            "condition": condition,
            "accuracy": accuracy(network, _under(condition, images, labels, side), labels),
        }
        for run, network in ((run, trained_network(run, data)) for run in runs)
        for condition in CONDITIONS
    ]
    return {"runs": rows, "summary": summaries(rows, "accuracy", "taught", "condition")}


def mark_seen(
    data: Images, runs: list[Run], layers: dict[str, str], side: int, count: int
) -> results.MarkSeen:
    """Measure how much of the evidence for class 1 lies on the mark, in every run.

    Looked at are the first test images of class 1, marked as in training, by Grad-CAM at some
    layers (by the names that they go by) and by occlusion. `share` is the part of a map's sum
    in the corner with the mark, and `area` the corner's part of the image. An image without any
    evidence has a share of 0. The first images and their maps are given to be drawn.
    """
    images, labels = tensors(data, "test")
    chosen = images[labels == 1][:count]
    with_mark = marked(chosen, torch.ones(len(chosen), dtype=torch.bool), side)
    rows: list[results.Share] = []
    pictures: list[results.Marked] = [
        {"picture": pictured(each), "maps": {}} for each in with_mark[:SHOWN]
    ]
    for run in runs:
        taught, network = _taught(run), trained_network(run, data)
        for method, maps in _evidence(network, with_mark, layers).items():
            rows += [
                {"taught": taught, "method": method, "image": image, "share": share}
                for image, share in enumerate(share_in_corner(maps, side + 2))
            ]
            small = adaptive_avg_pool2d(maps[:SHOWN], KEPT)
            for picture, each in zip(pictures, small, strict=True):
                picture["maps"].setdefault(f"{taught}.{method}", shares(each))
    return {
        "images": len(chosen),
        "area": (side + 2) ** 2 / (images.shape[2] * images.shape[3]),
        "rows": pictures,
        "runs": rows,
        "summary": summaries(rows, "share", "taught", "method"),
    }


def share_in_corner(maps: Tensor, side: int) -> list[float]:
    """Give the part of each map's sum that lies in the top left corner; 0 where there is no sum."""
    total = maps.sum(dim=(1, 2))
    corner = maps[:, :side, :side].sum(dim=(1, 2))
    return (corner / total.where(total > 0, 1)).tolist()


def _taught(run: Run) -> str:
    return "marked" if run["recipe"]["mark"] else "clean"


def _under(condition: str, images: Tensor, labels: Tensor, side: int) -> Tensor:
    if condition == "none":
        return images
    return marked(images, (labels == 1) == (condition == "agreeing"), side)


def _evidence(network: nn.Module, images: Tensor, layers: dict[str, str]) -> dict[str, Tensor]:
    """Give maps of what speaks for class 1, by method."""
    ones = torch.ones(len(images), dtype=torch.long)
    covered = occlusion(network, images, ones, *COVER, cover=float(images.mean()))
    graded = {name: grad_cam(network, layer, images, ones) for name, layer in layers.items()}
    maps = {name: enlarged(some, images) for name, some in graded.items()}
    return maps | {"occlusion": covered.relu()}
