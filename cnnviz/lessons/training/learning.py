"""A film of how kernels learn."""

from typing import Any

import numpy as np

from cnnviz.lessons.shared.kernels import kernels_through_training

COLUMNS = 3  # of a film's frames in its picture


def film(run: dict[str, Any]) -> dict[str, Any]:
    """Give the first layer's kernels after every watched epoch, for a page to show one by one.

    A frame has its `epoch` and `alike`, the mean cosine of the kernels with what they end as.
    """
    kept = kernels_through_training(run)
    flat = kept["kernels"].reshape(*kept["kernels"].shape[:2], -1)
    unit = flat / np.linalg.norm(flat, axis=2, keepdims=True)
    alike = (unit * unit[-1]).sum(axis=2).mean(axis=1)
    frames = [
        {"epoch": epoch, "alike": float(cosine)}
        for epoch, cosine in zip(kept["epochs"], alike, strict=True)
    ]
    return {"columns": COLUMNS, "digits": 2, "frames": frames, **kept}


def course(film: dict[str, Any]) -> dict[str, Any]:
    """Give what a page needs to show a film whose pictures it has: everything but the kernels."""
    return {name: film[name] for name in ("columns", "digits", "frames", "seed")}
