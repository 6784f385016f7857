"""Which digits are taken for which, counted over several networks."""

from typing import Any

import numpy as np
import torch

from cnnviz.data.augmentation import augmented
from cnnviz.lessons.shared.digits import tensors
from cnnviz.lessons.training.learning import confusion
from cnnviz.training import seeded

COMMONEST = 5  # pairs of a digit and a wrong answer


def confusions(data: dict[str, Any], runs: list[dict[str, Any]]) -> dict[str, Any]:
    """Count label against answer over the test images and all runs, and the commonest mistakes.

    `share` is that of the five commonest pairs among all mistakes; there are ninety pairs.
    """
    found = confusion(data, runs)
    counts = found["counts"]
    wrong = counts - np.diag(np.diag(counts))
    order = np.argsort(-wrong, axis=None, kind="stable")[:COMMONEST]
    pairs = [
        {"label": int(label), "answer": int(answer), "count": int(wrong[label, answer])}
        for label, answer in zip(*np.unravel_index(order, wrong.shape), strict=True)
    ]
    mistakes = int(wrong.sum())
    hardest = int(wrong.sum(axis=1).argmax())
    return found | {
        "pairs": pairs,
        "commonest": pairs[0],
        "mistakes": mistakes,
        "answers": int(counts.sum()),
        "share": sum(pair["count"] for pair in pairs) / max(mistakes, 1),
        "hardest": {
            "digit": hardest,
            "share": float(wrong[hardest].sum() / max(counts[hardest].sum(), 1)),
        },
    }


def variations(
    data: dict[str, Any], augmentation: dict[str, Any], count: int, seed: int
) -> dict[str, Any]:
    """Give the first training image of some digits, and what augmentation makes of it each time."""
    images, labels = tensors(data, "train")
    shown = torch.cat([images[labels == digit][:1] for digit in (2, 4, 7)])
    with seeded(seed):
        changed = [augmented(shown, **augmentation) for _ in range(count)]
    return {
        "originals": shown[:, 0].numpy(),
        "changed": torch.stack(changed, dim=1)[:, :, 0].numpy(),
        "augmentation": augmentation,
    }
