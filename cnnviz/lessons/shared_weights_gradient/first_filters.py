"""Is it luck that a filter becomes a line detector? First filters, their starts, and a control."""

from typing import Any

import numpy as np
import torch

from cnnviz.lessons.shared.repeats import summary
from cnnviz.methods.line_likeness import line_likeness

FIRST = "weights.conv1.weight"


def likeness(watched: list[dict[str, Any]], control: list[dict[str, Any]]) -> dict[str, Any]:
    """Measure how line-like first filters are, epoch by epoch, and how far they go.

    - `watched`: runs that kept their kernels after some epochs. A row has the mean likeness of
      its filters, and `stayed`: the share of them that are still more like their own start
      than like that of any other filter of their network.
    - `control`: runs of equal length on images as they are (blocks of 1) and remapped.

    The summary is by epoch; `gain` is last minus first, and `control.advantage` is original
    minus remapped, seed by seed.
    """
    rows = []
    for run in watched:
        start = run["kernels.0"]
        for epoch in _epochs(run):
            kernels = run[f"kernels.{epoch}"]
            like = _likeness(kernels)
            rows.append(
                {
                    "seed": run["seed"],
                    "epoch": epoch,
                    "likeness": float(like.mean()),
                    "filters": like.tolist(),
                    "stayed": _stayed(start, kernels),
                    "alike": float(np.diag(_cosines(start, kernels)).mean()),
                }
            )
    compared = [
        {
            "seed": run["seed"],
            "block": run["block"],
            "epochs": run["recipe"]["epochs"],
            "likeness": float(_likeness(run[FIRST]).mean()),
        }
        for run in control
    ]
    return {"runs": rows, "control": compared, "summary": _summary(rows, compared)}


def _summary(rows: list[dict[str, Any]], compared: list[dict[str, Any]]) -> dict[str, Any]:
    epochs = sorted({row["epoch"] for row in rows})
    first, last = (
        {row["seed"]: row for row in rows if row["epoch"] == epoch}
        for epoch in (epochs[0], epochs[-1])
    )
    largest = max(row["block"] for row in compared)
    original, remapped = (
        {row["seed"]: row["likeness"] for row in compared if row["block"] == block}
        for block in (1, largest)
    )
    gain = [last[seed]["likeness"] - first[seed]["likeness"] for seed in first]
    return {
        "epochs": epochs[-1],
        "by_epoch": {
            str(epoch): summary([row["likeness"] for row in rows if row["epoch"] == epoch])
            for epoch in epochs
        },
        "start": summary([row["likeness"] for row in first.values()]),
        "end": summary([row["likeness"] for row in last.values()]),
        "gain": summary(gain),
        "stayed": summary([row["stayed"] for row in last.values()]),
        "alike": summary([row["alike"] for row in last.values()]),
        "control": {
            "original": summary(list(original.values())),
            "remapped": summary(list(remapped.values())),
            "advantage": summary([original[seed] - remapped[seed] for seed in original]),
        },
    }


def _epochs(run: dict[str, Any]) -> list[int]:
    return sorted(int(name.split(".")[1]) for name in run if name.startswith("kernels."))


def _likeness(kernels: np.ndarray) -> np.ndarray:
    """Take every channel of every filter for itself."""
    return line_likeness(torch.from_numpy(kernels).flatten(0, 1)).numpy()


def _cosines(start: np.ndarray, end: np.ndarray) -> np.ndarray:
    """Give the cosines of (filter before, filter after), each against each."""
    before, after = (
        kernels.reshape(len(kernels), -1)
        / np.linalg.norm(kernels.reshape(len(kernels), -1), axis=1, keepdims=True)
        for kernels in (start, end)
    )
    return before @ after.T


def _stayed(start: np.ndarray, end: np.ndarray) -> float:
    nearest = _cosines(start, end).argmax(axis=0)
    return float((nearest == np.arange(len(end))).mean())
