"""Shortcut learning: networks that learn a planted mark instead of the picture."""

from typing import Any

from torch import Tensor

from cnnviz.data.mark import marked
from cnnviz.lessons.shared.digits import tensors
from cnnviz.lessons.shared.repeats import summary
from cnnviz.lessons.shared.trained import trained_network
from cnnviz.training import accuracy

CONDITIONS = ("none", "agreeing", "misleading")


def tested(data: dict[str, Any], runs: list[dict[str, Any]], side: int) -> dict[str, Any]:
    """Test each run without the mark, with it where it was taught, and with it where it misleads.

    Agreeing: images of class 1 have the mark. Misleading: the others have it. Gives a row for
    each run and condition, and a summary for runs that were taught the mark and those not.
    """
    images, labels = tensors(data, "test")
    rows = []
    for run in runs:
        network = trained_network(run, data)
        for condition in CONDITIONS:
            reached = accuracy(network, _under(condition, images, labels, side), labels)
            taught = "marked" if run["recipe"]["mark"] else "clean"
            rows.append(
                {
                    "taught": taught,
                    "seed": run["seed"],
                    "condition": condition,
                    "accuracy": reached,
                }
            )
    return {"runs": rows, "summary": _summaries(rows)}


def _under(condition: str, images: Tensor, labels: Tensor, side: int) -> Tensor:
    if condition == "none":
        return images
    return marked(images, (labels == 1) == (condition == "agreeing"), side)


def _summaries(rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        taught: {
            condition: summary(
                [
                    row["accuracy"]
                    for row in rows
                    if (row["taught"], row["condition"]) == (taught, condition)
                ]
            )
            for condition in CONDITIONS
        }
        for taught in sorted({row["taught"] for row in rows})
    }
