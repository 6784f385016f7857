"""First filters through training: how soon they are what they will be, and a film of them."""

import numpy as np
import torch

from cnnviz.lessons.learned_filters import results
from cnnviz.lessons.shared.kernels import filters_through_training, kernels_by_epoch
from cnnviz.lessons.shared.repeats import summaries
from cnnviz.results import Run

COLUMNS = 3  # of a film's frames in its picture


def kernels_settle(runs: list[Run]) -> results.Settling:
    """Measure how like its last state each first filter already is, epoch by epoch."""
    rows: list[results.Alike] = []
    for run in runs:
        flat = {epoch: torch.from_numpy(k).flatten(1) for epoch, k in kernels_by_epoch(run).items()}
        last = max(flat)
        for epoch, now in flat.items():
            cosines = torch.cosine_similarity(now, flat[last])
            filters, mean = cosines.tolist(), float(cosines.mean())
            rows.append({"seed": run["seed"], "epoch": epoch, "filters": filters, "alike": mean})
    return {"runs": rows, "last": last, "summary": summaries(rows, "alike", "epoch")}


def kernels_film(run: Run) -> results.Film:
    """Give the first layer's kernels after every watched epoch, for a page to show one by one."""
    watched = filters_through_training(run)
    flat = watched["kernels"].reshape(*watched["kernels"].shape[:2], -1)
    unit = flat / np.linalg.norm(flat, axis=2, keepdims=True)
    alike = (unit * unit[-1]).sum(axis=2).mean(axis=1)
    frames: list[results.Frame] = [
        {"epoch": epoch, "alike": float(cosine)}
        for epoch, cosine in zip(watched["epochs"], alike, strict=True)
    ]
    return {"columns": COLUMNS, "digits": 2, "frames": frames, **watched}


def kernels_course(film: results.Film) -> results.Course:
    """Give everything of a film but the kernels."""
    return {
        "columns": film["columns"],
        "digits": film["digits"],
        "frames": film["frames"],
        "seed": film["seed"],
    }
