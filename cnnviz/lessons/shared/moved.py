"""What trained networks still recognise when the digits move, turn, grow or shrink."""

from torch import Tensor

from cnnviz.choice import pick
from cnnviz.lessons.shared.digits import tensors
from cnnviz.lessons.shared.repeats import summaries_of
from cnnviz.lessons.shared.results import Amounts, MovedAccuracies, MovedRun
from cnnviz.lessons.shared.trained import trained_network
from cnnviz.methods.shifts import scaled, shifted, turned
from cnnviz.results import Images, Run
from cnnviz.training import accuracy


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


def moved_accuracy(data: Images, runs: list[Run], amounts: Amounts) -> MovedAccuracies:
    """Measure each run's test accuracy under every amount of each transform."""
    images, labels = tensors(data, "test")
    changed = {
        (transform, amount): moved(images, transform, amount)
        for transform, each in amounts.items()
        for amount in each
    }
    rows: list[MovedRun] = []
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
    by = ("network", "transform", "amount")
    return {"runs": rows, "summary": summaries_of(("accuracy", "kept"), rows, *by)}


def _whole(pixels: float) -> int:
    if pixels != int(pixels):
        raise ValueError(f"images are shifted by whole pixels, not by {pixels}")
    return int(pixels)
