"""Learning curves side by side: what kinds of training reach, and when they begin to overfit."""

from typing import Any

import numpy as np

from cnnviz.lessons.shared.digits import tensors
from cnnviz.lessons.shared.repeats import summary

MEASURES = ("loss", "accuracy", "validation_loss", "validation_accuracy")


def by_kind(**kinds: list[dict[str, Any]]) -> dict[str, Any]:
    """Compare kinds of training that watched validation images, epoch by epoch.

    Gives one row an epoch of every run, and for each kind a summary of the measures at the
    `first` and the `last` epoch, of the `test` accuracy, of the `lowest` validation loss and
    the `turn`, the epoch where it was lowest, of the `gap`, how far the training accuracy is
    ahead of the validation accuracy at the end, and of the `rise` of the validation loss since
    its lowest point.
    """
    curves = [
        {"kind": kind, "seed": run["seed"], "epoch": epoch, **entry}
        for kind, runs in kinds.items()
        for run in runs
        for epoch, entry in enumerate(run["history"], start=1)
    ]
    return {
        "kinds": list(kinds),
        "curves": curves,
        "runs": [
            {"kind": kind, "seed": run["seed"], "accuracy": run["accuracy"]}
            for kind, runs in kinds.items()
            for run in runs
        ],
        "summary": {kind: _summarised(runs) for kind, runs in kinds.items()},
    }


def sizes(data: dict[str, Any], kept_out: float, batch: int) -> dict[str, int]:
    """Count the images of each part, and the steps of an epoch, as `training.run` takes them."""
    images, _ = tensors(data, "train")
    tests, _ = tensors(data, "test")
    held_out = round(kept_out * len(images))
    taught = len(images) - held_out
    return {
        "training": taught,
        "validation": held_out,
        "test": len(tests),
        "batch": batch,
        "steps": -(-taught // batch),
        "swapped_training": held_out,
        "swapped_steps": -(-held_out // batch),
    }


def _summarised(runs: list[dict[str, Any]]) -> dict[str, Any]:
    histories = [run["history"] for run in runs]
    losses = [[entry["validation_loss"] for entry in history] for history in histories]
    ends = [history[-1] for history in histories]
    return {
        "epochs": len(histories[0]),
        "first": {name: summary([history[0][name] for history in histories]) for name in MEASURES},
        "last": {name: summary([end[name] for end in ends]) for name in MEASURES},
        "test": summary([run["accuracy"] for run in runs]),
        "lowest": summary([min(values) for values in losses]),
        "turn": summary([float(np.argmin(values)) + 1 for values in losses]),
        "gap": summary([end["accuracy"] - end["validation_accuracy"] for end in ends]),
        "rise": summary([values[-1] - min(values) for values in losses]),
    }
