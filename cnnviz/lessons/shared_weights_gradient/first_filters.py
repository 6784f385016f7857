"""Is it luck that a filter becomes a line detector? First filters, their starts, and a control."""

from collections.abc import Sequence

import numpy as np
import torch

from cnnviz.lessons.shared.kernels import kernels_by_epoch
from cnnviz.lessons.shared.repeats import summaries, summary
from cnnviz.lessons.shared.trained import WEIGHTS, kept
from cnnviz.lessons.shared_weights_gradient import results
from cnnviz.methods import line_likeness as lines
from cnnviz.results import Run, Summary, where


def line_likeness(watched: list[Run], control: list[Run]) -> results.LineLikeness:
    """Measure how line-like first filters are, epoch by epoch, and how far they go.

    The `watched` runs kept their kernels after some epochs. Those of the `control` are of equal
    length, on images as they are (blocks of 1) and remapped.
    """
    rows: list[results.EpochLikeness] = []
    for run in watched:
        by_epoch = kernels_by_epoch(run)
        for epoch, kernels in by_epoch.items():
            filters, cosines = _likeness(kernels), _cosines(by_epoch[0], kernels)
            nearest = cosines.argmax(axis=0)
            rows.append(
                {
                    "seed": run["seed"],
                    "epoch": epoch,
                    "likeness": float(filters.mean()),
                    "filters": filters.tolist(),
                    "stayed": float((nearest == np.arange(len(kernels))).mean()),
                    "alike": float(np.diag(cosines).mean()),
                }
            )
    ends: list[results.EndLikeness] = []
    for run in control:
        like = float(_likeness(kept(run, WEIGHTS)["conv1.weight"]).mean())
        epochs = run["recipe"]["epochs"]
        ends.append(
            {"seed": run["seed"], "block": run["block"], "epochs": epochs, "likeness": like}
        )
    return {"runs": rows, "control": ends, "summary": _summary(rows, ends)}


def _summary(
    rows: list[results.EpochLikeness], ends: list[results.EndLikeness]
) -> results.LikenessSummary:
    by_epoch, by_block = summaries(rows, "likeness", "epoch"), summaries(ends, "likeness", "block")
    first, last, largest = min(map(int, by_epoch)), max(map(int, by_epoch)), max(map(int, by_block))
    at_last = where(rows, epoch=last)
    original, remapped = by_block["1"], by_block[str(largest)]
    advantage = _gain(where(ends, block=largest), where(ends, block=1))
    return {
        "epochs": last,
        "by_epoch": by_epoch,
        "start": by_epoch[str(first)],
        "end": by_epoch[str(last)],
        "gain": _gain(where(rows, epoch=first), at_last),
        "stayed": summary([row["stayed"] for row in at_last]),
        "alike": summary([row["alike"] for row in at_last]),
        "control": {"original": original, "remapped": remapped, "advantage": advantage},
    }


def _gain(before: Sequence[results.Likeness], after: Sequence[results.Likeness]) -> Summary:
    """Summarise what is gained seed by seed."""
    start = {row["seed"]: row["likeness"] for row in before}
    return summary([row["likeness"] - start[row["seed"]] for row in after])


def _likeness(kernels: np.ndarray) -> np.ndarray:
    """Take every channel of every filter for itself."""
    return lines.line_likeness(torch.from_numpy(kernels).flatten(0, 1)).numpy()


def _cosines(start: np.ndarray, end: np.ndarray) -> np.ndarray:
    """Give the cosines of (filter before, filter after), each against each."""
    before, after = (
        flat / np.linalg.norm(flat, axis=1, keepdims=True)
        for flat in (kernels.reshape(len(kernels), -1) for kernels in (start, end))
    )
    return before @ after.T
