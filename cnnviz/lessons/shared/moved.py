"""What trained networks still recognise when the digits move, turn, grow or shrink."""

from typing import Any

import numpy as np
from torch import Tensor

from cnnviz.choice import pick
from cnnviz.lessons.shared.digits import tensors
from cnnviz.lessons.shared.repeats import summary
from cnnviz.lessons.shared.trained import trained_network
from cnnviz.methods.shifts import scaled, shifted, turned
from cnnviz.results import Images, Run
from cnnviz.training import accuracy

# Each with the amount that changes nothing: pixels, pixels, degrees, times.
UNCHANGED = {"right": 0, "down": 0, "turn": 0, "scale": 1}

Amounts = dict[str, list[float]]


def moved(images: Tensor, transform: str, amount: float) -> Tensor:
    """Move images `right` or `down` (pixels), `turn` (degrees) or `scale` (a factor) them.

    The background, black, comes in from outside.
    """
    ways = {
        "right": lambda: shifted(images, right=_whole(amount)),
        "down": lambda: shifted(images, down=_whole(amount)),
        "turn": lambda: turned(images, amount),
        "scale": lambda: scaled(images, amount),
    }
    return pick("transform", transform, ways)()


def pictures(data: Images, image: int, amounts: Amounts) -> dict[str, Any]:
    """Show one test image under every amount of each transform: arrays (amount, height, width)."""
    images, labels = tensors(data, "test")
    one = images[image : image + 1]
    shown = {
        transform: np.stack([moved(one, transform, amount)[0, 0].numpy() for amount in each])
        for transform, each in amounts.items()
    }
    return {"label": int(labels[image]), "amounts": amounts, **shown}


def moved_accuracy(data: Images, runs: list[Run], amounts: Amounts) -> dict[str, Any]:
    """Measure each run's test accuracy under every amount of each transform.

    A row also has what is `kept`: its accuracy as a share of that on unchanged images. The
    summary is by network, transform and amount (as text), of both.
    """
    images, labels = tensors(data, "test")
    changed = {
        (transform, amount): moved(images, transform, amount)
        for transform, each in amounts.items()
        for amount in each
    }
    rows = []
    for run in runs:
        network = trained_network(run, data)
        unchanged = accuracy(network, images, labels)
        for (transform, amount), shown in changed.items():
            reached = accuracy(network, shown, labels)
            rows.append(
                {
                    "network": run["network"],
                    "seed": run["seed"],
                    "transform": transform,
                    "amount": amount,
                    "accuracy": reached,
                    "kept": reached / unchanged if unchanged else 0.0,
                }
            )
    return {"runs": rows, "summary": _summaries(rows)}


def _summaries(rows: list[dict[str, Any]]) -> dict[str, Any]:
    compared: dict[str, Any] = {}
    groups: dict[tuple[str, str, str], list[dict[str, Any]]] = {}
    for row in rows:
        group = (row["network"], row["transform"], f"{row['amount']:g}")
        groups.setdefault(group, []).append(row)
    for (network, transform, amount), group_rows in groups.items():
        by_amount = compared.setdefault(network, {}).setdefault(transform, {})
        by_amount[amount] = {
            name: summary([row[name] for row in group_rows]) for name in ("accuracy", "kept")
        }
    return compared


def _whole(pixels: float) -> int:
    if pixels != int(pixels):
        raise ValueError(f"images are shifted by whole pixels, not by {pixels}")
    return int(pixels)
