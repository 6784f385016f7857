"""How networks learn: their curves, what decides how far they get, and what they still mistake."""

from typing import Any, cast

import numpy as np
import torch

from cnnviz.data.augmentation import augmented
from cnnviz.lessons.shared.digits import tensors
from cnnviz.lessons.shared.repeats import summary
from cnnviz.lessons.shared.trained import trained_network
from cnnviz.lessons.training import results
from cnnviz.results import Images, Run, Summary
from cnnviz.training import probabilities, seeded

COMMONEST = 5  # pairs of a digit and a wrong answer


def optimisers(adam: list[Run], rmsprop: list[Run]) -> results.Learning:
    """Compare two optimisers."""
    return learning(adam=adam, rmsprop=rmsprop)


def splits(usual: list[Run], inverted: list[Run], patient: list[Run]) -> results.Learning:
    """Compare the usual split with the inverted one, as long and with as many steps."""
    return learning(usual=usual, inverted=inverted, patient=patient)


def overfitting(plain: list[Run], dropout: list[Run], augmented: list[Run]) -> results.Learning:
    """Compare a network that overfits with two remedies."""
    return learning(plain=plain, dropout=dropout, augmented=augmented)


def learning(**kinds: list[Run]) -> results.Learning:
    """Compare kinds of training that watched validation images, epoch by epoch."""
    runs = [(kind, run) for kind, some in kinds.items() for run in some]
    curves = [
        {"kind": kind, "seed": run["seed"], "epoch": epoch, **entry}
        for kind, run in runs
        for epoch, entry in enumerate(run["history"], start=1)
    ]
    return {
        "kinds": list(kinds),
        "curves": cast(list[results.Epoch], curves),
        "runs": [
            {"kind": kind, "seed": run["seed"], "accuracy": run["accuracy"]} for kind, run in runs
        ],
        "summary": {kind: _learnt(some) for kind, some in kinds.items()},
    }


def parts(data: Images, kept_out: float, batch: int) -> results.Parts:
    """Count the images of each part, and the steps of an epoch, as `trained.run` takes them."""
    count = len(data["train_images"])
    held_out = round(kept_out * count)
    taught = count - held_out
    return {
        "training": taught,
        "validation": held_out,
        "test": len(data["test_images"]),
        "batch": batch,
        "steps": -(-taught // batch),
        "swapped_training": held_out,
        "swapped_steps": -(-held_out // batch),
    }


def confusions(data: Images, runs: list[Run]) -> results.Confusions:
    """Count label against answer over the test images and all runs, and the mistakes in it."""
    images, labels = tensors(data, "test")
    counted = []
    for run in runs:
        answers = probabilities(trained_network(run, data), images).argmax(dim=1)
        side = run["classes"]
        pairs = (labels * side + answers).bincount(minlength=side**2)
        counted.append(pairs.reshape(side, side).numpy())
    counts = np.sum(counted, axis=0)
    return {
        "runs": [{"network": run["network"], "seed": run["seed"]} for run in runs],
        "by_run": np.stack(counted),
        "counts": counts,
        **mix_ups(counts),
    }


def mix_ups(counts: np.ndarray) -> results.MixUps:
    """Tell the mistakes in counts of (label, answer): how many, and the five commonest pairs."""
    wrong = counts - np.diag(np.diag(counts))
    order = np.argsort(-wrong, axis=None, kind="stable")[:COMMONEST]
    pairs: list[results.Pair] = [
        {"label": int(label), "answer": int(answer), "count": int(wrong[label, answer])}
        for label, answer in zip(*np.unravel_index(order, wrong.shape), strict=True)
    ]
    mistakes = int(wrong.sum())
    hardest = int(wrong.sum(axis=1).argmax())
    share = float(wrong[hardest].sum() / max(counts[hardest].sum(), 1))
    return {
        "pairs": pairs,
        "commonest": pairs[0],
        "mistakes": mistakes,
        "answers": int(counts.sum()),
        "share": sum(pair["count"] for pair in pairs) / max(mistakes, 1),
        "hardest": {"digit": hardest, "share": share},
    }


def mistaken_digits(data: Images, runs: list[Run], count: int) -> results.Mistakes:
    """Give the test images that most networks mistake, the surest mistakes first among equals.

    For each: its place in the test part, its label, the commonest wrong answer, in how many
    runs it was mistaken, and the mean probability that the wrong answers got.
    """
    images, labels = tensors(data, "test")
    chances = torch.stack([probabilities(trained_network(run, data), images) for run in runs])
    sureness, answers = chances.max(dim=2)
    wrong = answers != labels
    times = wrong.sum(dim=0)
    confidence = (sureness * wrong).sum(dim=0) / times.clamp(min=1)
    order = (times + confidence).argsort(descending=True, stable=True)
    chosen = order[times[order] > 0][:count]
    rows: list[results.Mistake] = [
        {
            "place": place,
            "label": int(labels[place]),
            "answer": int(answers[wrong[:, place], place].mode().values),
            "runs": int(times[place]),
            "confidence": float(confidence[place]),
        }
        for place in chosen.tolist()
    ]
    return {"images": images[chosen].numpy(), "rows": rows, "networks": len(runs)}


def augmented_digits(
    data: Images, augmentation: dict[str, Any], count: int, seed: int
) -> results.Variations:
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


def _learnt(runs: list[Run]) -> results.Learnt:
    histories = [run["history"] for run in runs]
    losses = [[entry["validation_loss"] for entry in history] for history in histories]
    ends = [history[-1] for history in histories]
    return {
        "epochs": len(histories[0]),
        "first": _measures([history[0] for history in histories]),
        "last": _measures(ends),
        "test": summary([run["accuracy"] for run in runs]),
        "lowest": summary([min(values) for values in losses]),
        "turn": summary([float(np.argmin(values)) + 1 for values in losses]),
        "gap": summary([end["accuracy"] - end["validation_accuracy"] for end in ends]),
        "rise": summary([values[-1] - min(values) for values in losses]),
    }


def _measures(entries: list[dict[str, float]]) -> dict[results.Measure, Summary]:
    return {name: summary([entry[name] for entry in entries]) for name in results.MEASURES}
